"""Labels that Wagtail wrote in English without marking them for translation."""

from wagtail.admin.forms import choosers
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.views.workflows import WorkflowUsageView
from wagtail.sites.views import IndexView

# Shared by the forms behind the editor's link button.
FIELDS = {
    "link_text": "링크 문구",
    "email_address": "이메일 주소",
    "phone_number": "전화번호",
    "subject": "제목",
    "body": "본문",
}
FORMS = (
    choosers.ExternalLinkChooserForm,
    choosers.AnchorLinkChooserForm,
    choosers.EmailLinkChooserForm,
    choosers.PhoneLinkChooserForm,
)
COLUMNS = {"port": "포트", "site_name": "사이트 이름", "root_page": "최상위 페이지"}


def put_in_korean() -> None:
    """Name them in Korean, once, when the apps are ready."""
    for form in FORMS:
        for name, field in form.base_fields.items():
            field.label = FIELDS.get(name, field.label)
    for column in IndexView.columns:
        column.label = COLUMNS.get(column.name, column.label)
    # They count their results but name nothing: "None 10개 중 1-10".
    for view in (SearchView, WorkflowUsageView):
        view.verbose_name = view.verbose_name_plural = "페이지"
