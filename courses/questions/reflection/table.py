from courses.exchange.table.forms import TableForm

FORM = TableForm(rows="points", numbered={"": "answer"})
