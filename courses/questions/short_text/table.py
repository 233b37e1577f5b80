from courses.exchange.table.forms import TableForm

FORM = TableForm(
    single={"other": "feedback to others"},
    rows="accepted",
    numbered={"text": "answer", "percent": "percent", "feedback": "feedback"},
)
