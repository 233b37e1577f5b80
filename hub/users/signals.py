"""What those above may want to tell people of; this app knows none of them."""

from django.dispatch import Signal

# Sent inside the transaction that makes it so.
verification_asked = Signal()  # request, people (ids of approvers)
verification_decided = Signal()  # request
verification_ending = Signal()  # verification
verification_ended = Signal()  # verification
domain_approved = Signal()  # people (ids of those whose confirmed address can verify them now)
