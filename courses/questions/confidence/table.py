from courses.exchange.table.forms import TableForm

FORM = TableForm(single={"low": "lowest", "high": "highest"})
