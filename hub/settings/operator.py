"""Who answers for this hub. The pages about privacy and accessibility name them."""

from hub.settings import environment

OPERATOR_NAME = environment.text("OPERATOR_NAME")
OPERATOR_EMAIL = environment.text("OPERATOR_EMAIL")
