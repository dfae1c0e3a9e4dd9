// What a page can do beyond being read. Everything here has a plain link or nothing to replace.
(function () {
  "use strict";
  const root = document.documentElement;
  const one = (selector, from) => (from || document).querySelector(selector);
  const all = (selector) => Array.from(document.querySelectorAll(selector));

  function remember(name, value) {
    try {
      if (value) localStorage.setItem("hwalja." + name, value);
      else localStorage.removeItem("hwalja." + name);
    } catch (e) {
      // Storage is switched off: the choice lasts as long as the page.
    }
  }

  // Said on the page and by screen readers.
  const said = one("#said");
  let silence;
  function say(text) {
    clearTimeout(silence);
    said.textContent = "";
    setTimeout(() => { said.textContent = text; }, 50);
    silence = setTimeout(() => { said.textContent = ""; }, 5000);
  }

  // Light, dark, high contrast: "" leaves it to the device.
  all("input[name=theme]").forEach((input) => {
    input.checked = input.value === (root.dataset.theme || "");
    input.addEventListener("change", () => {
      if (input.value) root.dataset.theme = input.value;
      else delete root.dataset.theme;
      remember("theme", input.value);
    });
  });
  const display = one(".display");
  if (display) {
    document.addEventListener("click", (event) => {
      if (!display.contains(event.target)) display.open = false;
    });
    display.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      display.open = false;
      one("summary", display).focus();
    });
  }

  // Text size in five steps: the buttons, or Alt with + and - anywhere on the page.
  const output = one(".size output");
  function resize(by) {
    const size = Math.min(5, Math.max(1, Number(root.dataset.size || 2) + by));
    root.dataset.size = size;
    remember("size", String(size));
    output.textContent = size + "/5";
  }
  if (output) {
    output.textContent = (root.dataset.size || 2) + "/5";
    all("[data-resize]").forEach((button) => {
      button.addEventListener("click", () => resize(Number(button.dataset.resize)));
    });
    document.addEventListener("keydown", (event) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const by = { Equal: 1, NumpadAdd: 1, Minus: -1, NumpadSubtract: -1 }[event.code];
      if (!by) return;
      event.preventDefault();
      resize(by);
    });
  }

  // Sharing. The links work as they are; these four do more where the device can.
  const share = one("[data-share-url]");
  function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Without HTTPS browsers offer only the old way.
    const range = document.createRange();
    range.selectNodeContents(one("#address"));
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("copy"));
  }
  function copyAndSay(done) {
    copy(share.dataset.shareUrl).then(
      () => say(done),
      () => say("복사하지 못했습니다. 기사 끝의 주소를 직접 복사해 주십시오.")
    );
  }
  function shareSheet() {
    const { shareUrl: url, shareTitle: title } = share.dataset;
    if (!navigator.share) return copyAndSay("기사 주소를 복사했습니다. 보낼 곳에 붙여 넣으십시오.");
    navigator.share({ url, title }).catch((error) => {
      if (error.name !== "AbortError") copyAndSay("기사 주소를 복사했습니다. 보낼 곳에 붙여 넣으십시오.");
    });
  }
  function kakao() {
    const { shareUrl: url, shareTitle: text, kakaoKey: key } = share.dataset;
    if (!key) return shareSheet();
    const send = () => {
      if (!window.Kakao.isInitialized()) window.Kakao.init(key);
      const link = { mobileWebUrl: url, webUrl: url };
      window.Kakao.Share.sendDefault({ objectType: "text", text, link });
    };
    if (window.Kakao) return send();
    const script = document.createElement("script");
    script.src = share.dataset.kakaoSdk;
    script.integrity = share.dataset.kakaoIntegrity;
    script.crossOrigin = "anonymous";
    script.onload = send;
    script.onerror = shareSheet;
    document.head.append(script);
  }
  const doings = {
    copy: () => copyAndSay("기사 주소를 복사했습니다."),
    kakao,
    sheet: shareSheet,
    print: () => { location.hash = "print"; window.print(); },
  };
  all("[data-do]").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      doings[link.dataset.do]();
    });
  });

  // A photo enlarged in place; without this its link opens the file.
  let dialog;
  function enlarge(link) {
    if (!dialog) {
      dialog = one("#enlarged").content.firstElementChild.cloneNode(true);
      document.body.append(dialog);
      dialog.addEventListener("click", (event) => {
        if (event.target.tagName !== "FIGCAPTION") dialog.close();
      });
    }
    const small = one("img", link);
    const large = one("img", dialog);
    const caption = one("figcaption", link.parentNode);
    large.src = link.href;
    large.alt = small.alt;
    one("figcaption", dialog).textContent = caption ? caption.textContent : "";
    dialog.showModal();
  }
  all("a.enlarge").forEach((link) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !window.HTMLDialogElement) return;
      event.preventDefault();
      enlarge(link);
    });
  });

  // A video comes from its provider only after the press.
  all("a[data-frame]").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const frame = document.createElement("iframe");
      frame.src = link.dataset.frame;
      frame.title = link.dataset.frameTitle;
      frame.allow = "fullscreen; encrypted-media; picture-in-picture";
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      link.replaceWith(frame);
      frame.focus();
    });
  });

  // How far the story has been read.
  const progress = one(".progress");
  const story = one(".story-text");
  if (progress && story) {
    let asked = false;
    const draw = () => {
      asked = false;
      const box = story.getBoundingClientRect();
      const way = box.height - innerHeight * 0.6;
      const done = way > 0 ? Math.min(1, Math.max(0, -box.top / way)) : 0;
      progress.style.transform = "scaleX(" + done + ")";
    };
    addEventListener("scroll", () => {
      if (!asked) requestAnimationFrame(draw);
      asked = true;
    }, { passive: true });
  }
})();
