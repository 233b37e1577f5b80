from courses.exchange.table.forms import TableForm

FORM = TableForm(
    rows="items", numbered={"text": "answer", "group": "goes with", "feedback": "feedback"}
)
