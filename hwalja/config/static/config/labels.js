/* Labels that Wagtail's pages and scripts have in English only; see docs/korean-admin.md. */
(() => {
  const rename = () => {
    for (const button of document.querySelectorAll(".xdsoft_save_selected")) button.textContent = "이때로 정하기";
    for (const bar of document.querySelectorAll('[aria-label="Actions"]')) bar.ariaLabel = "작업";
    for (const button of document.querySelectorAll('input[type="submit"][value="Search"]')) button.value = "검색";
  };
  const start = () => {
    rename();
    // Date pickers are hung straight into the body, when a field is first used.
    new MutationObserver(rename).observe(document.body, { childList: true });
  };
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
