/* The right-click menu of a table in the editor: Handsontable as Wagtail ships it knows English only. */
if (window.Handsontable) {
  const item = (name) => `ContextMenu:items.${name}`;
  window.Handsontable.languages.registerLanguageDictionary({
    languageCode: "ko-KR",
    [item("insertRowAbove")]: "위에 행 넣기",
    [item("insertRowBelow")]: "아래에 행 넣기",
    [item("insertColumnOnTheLeft")]: "왼쪽에 열 넣기",
    [item("insertColumnOnTheRight")]: "오른쪽에 열 넣기",
    [item("removeRow")]: ["행 지우기", "고른 행 지우기"],
    [item("removeColumn")]: ["열 지우기", "고른 열 지우기"],
    [item("undo")]: "되돌리기",
    [item("redo")]: "다시 하기",
  });
}
