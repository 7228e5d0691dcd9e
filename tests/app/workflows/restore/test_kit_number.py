"""A vault restored by a passphrase counts its kits where no other vault of that backup does."""

from app.workflows.restore.kit_number import number_for


def test_it_is_far_from_the_next_kits_of_the_vault_that_was_backed_up() -> None:
    numbers = {number_for(3) for _ in range(400)}
    assert min(numbers) >= 103
    assert max(numbers) <= 1002


def test_of_two_vaults_that_are_restored_each_most_likely_has_its_own() -> None:
    assert len({number_for(1) for _ in range(400)}) > 200
