/* Says so when a passkey was not used: refused, cancelled or unknown to the device. */
document.addEventListener('allauth.error', function (event) {
  event.preventDefault()
  var said = document.getElementById('said')
  said.hidden = false
  said.textContent = '패스키를 쓰지 못했습니다. 다시 해 보시거나 비밀번호로 로그인하십시오.'
})
