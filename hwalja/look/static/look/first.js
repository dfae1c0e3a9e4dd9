// Runs before the first paint: what the reader chose on this device, so that nothing jumps.
(function (root) {
  root.classList.add("js");
  try {
    var size = localStorage.getItem("hwalja.size");
    var theme = localStorage.getItem("hwalja.theme");
    if (/^[1-5]$/.test(size)) root.dataset.size = size;
    if (/^(light|dark|contrast)$/.test(theme)) root.dataset.theme = theme;
  } catch (e) {
    // Storage is switched off: the page is as the device wants it.
  }
})(document.documentElement);
