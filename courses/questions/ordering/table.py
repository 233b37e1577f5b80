from courses.exchange.table.forms import TableForm

FORM = TableForm(rows="items", numbered={"": "answer"})
