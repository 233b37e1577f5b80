from courses.exchange.table.forms import TableForm

FORM = TableForm(single={"text": "text with gaps"})
