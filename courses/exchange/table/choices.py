from courses.exchange.table.forms import TableForm

OPTIONS = TableForm(
    rows="options",
    numbered={"text": "answer", "right": "right", "percent": "percent", "feedback": "feedback"},
    flags=("right",),
)
