"""Builds every service for one unlocked vault."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.core.changes import Changes
from app.core.clock import Clock
from app.core.vault_facts import VaultFacts
from app.ledger.integrity import Integrity
from app.ledger.log import Log
from app.ledger.settling import Settling
from app.ledger.standing import PIN_UNKNOWN, AskedPin, Standing
from app.records.backups.service import BackupService
from app.records.clients.service import ClientService
from app.records.consents.service import ConsentService
from app.records.disclosures.service import DisclosureService
from app.records.practice.record import Practice
from app.records.practice.service import PracticeService
from app.records.purposes.service import PurposeService
from app.records.purposes.templates import read_templates
from app.records.session_notes.service import SessionNoteService
from app.records.sessions.service import SessionService
from app.settings.vault import MadeUp, ViewState
from app.storage import drafts, meta, migrate
from app.storage.database import Database, SealedStore
from app.storage.unsealed import Unsealed
from app.workflows.backup.adopt import Adopt
from app.workflows.backup.make_backup import MakeBackup
from app.workflows.backup.plan import KeptPlan
from app.workflows.backup.removal import RemoveBackups
from app.workflows.backup.rewrap import Rewrap
from app.workflows.backup.under_way import BackupsUnderWay
from app.workflows.consent_record.export import ExportConsentRecord
from app.workflows.every_kind import VERIFIED
from app.workflows.restore.own_way import OwnWay
from app.workflows.start_session import StartSession
from app.workflows.ways_in.kits import note_new_vault
from app.workflows.ways_in.service import WaysIn
from crypto.errors import CryptoError
from crypto.primitives.kdf import APP_COSTS, STANDARD_COST, Argon2Cost, CostRange
from crypto.slots.slot import NewWay, Way
from crypto.vault.connection import VaultConnection
from crypto.vault.damaged import DamagedVault, damage_of
from crypto.vault.pin import PinToKeep
from crypto.vault.seal import SealState
from crypto.vault.vault import Vault, create_vault, open_vault
from resources import files


class Workspace:
    """The services of one unlocked vault; used on one thread only."""

    def __init__(self, vault: Vault, clock: Clock, pin: AskedPin = PIN_UNKNOWN) -> None:
        """Compares the vault with its seal and `pin` before anything is written."""
        self._vault = vault
        database = self._database = Database(vault, read_only=vault.read_only)
        log = Log(clock)
        self.integrity = Integrity(database, clock, VERIFIED, vault.pages)
        check_all = self.integrity.check_at_once
        self._settling = Settling(vault, vault.connection, database, log, clock, check_all)
        self._settling.begin(pin)
        self.vault_name = vault.name
        self.practice = PracticeService(database, log)
        self.clients = ClientService(database, log, clock)
        self.sessions = SessionService(database, log, clock)
        self.session_notes = SessionNoteService(database, log, clock)
        self.purposes = PurposeService(database, log, clock)
        self.consents = ConsentService(database, log, clock)
        self.disclosures = DisclosureService(database, log)
        self.backups = BackupService(database, log, clock)
        self.make_backup = MakeBackup(vault, database, self.backups, clock, self.integrity.last)
        self.rewrap = Rewrap(vault, database, self.backups)
        self.way_into_backups = OwnWay(database)
        self.view_state = ViewState(database)
        self.made_up = MadeUp(database)
        self.backup_plan = KeptPlan(database)
        self.backups_under_way = BackupsUnderWay(database)
        self.remove_backups = RemoveBackups(self.backups, self.backup_plan)
        self.adopt_backups = Adopt(vault, database, self.backups, self.backup_plan, clock)
        self.ways_in = WaysIn(vault, database, log, clock)
        self.start_session = StartSession(self.clients, self.sessions)
        self.export_consent_record = ExportConsentRecord(
            database,
            clock,
            self.practice,
            self.clients,
            self.purposes,
            self.consents,
            self.disclosures,
            self.made_up,
        )

    @property
    def standing(self) -> Standing:
        """How the vault stands; while an answer is needed every write raises VaultHeld."""
        return self._settling.standing

    @property
    def takes_writes(self) -> bool:
        """Whether a write would be taken: not while an answer is owed, nor for reading only."""
        return self._database.takes_writes

    def refuse_unless_writable(self) -> None:
        """Raises VaultReadOnly, and VaultHeld while an answer is owed: before a file is touched."""
        self._database.refuse_unless_writable()

    def accept_standing(self) -> Changes:
        """Goes on with the vault as it is, which an entry of the ledger says from then on.

        Raises VaultDamaged for a vault that fails its checks, VaultReadOnly, SaveNotDurable.
        """
        return self._settling.accept()

    def pin_to_keep(self) -> PinToKeep | None:
        """What this computer's password store should remember of the vault as it stands.

        None while an answer is needed, and for a vault that no store holds a part of.
        """
        if self._settling.needs_answer:
            return None
        with self._database.read() as reader:
            pin = self._vault.render_pin(meta.state(reader))
        return pin if pin.slot_ids else None

    def facts(self) -> VaultFacts:
        """What is known of the open vault beside its records."""
        vault = self._vault
        return VaultFacts(
            folder=vault.folder,
            vault_id=vault.vault_id,
            name=vault.name,
            read_only=vault.read_only,
            descriptors=vault.descriptors,
            opened_by=vault.opened_by,
            pin_compared=self._settling.pin_compared,
            is_made_up=self.made_up.get(),
            header_was_damaged=vault.header_was_damaged,
        )

    def damage(self) -> DamagedVault:
        """The vault for whoever saves what can be read of it, also once it is closed here."""
        return damage_of(self._vault)

    def give_up_reserve(self) -> bool:
        """Frees 8 MB for what is not saved yet; False when that was done before."""
        return self._vault.give_up_reserve()

    def close(self) -> None:
        """Closes the vault; every write is committed and sealed already."""
        self._vault.close()


def create_workspace(
    folder: Path,
    name: str,
    way: NewWay,
    clock: Clock,
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
    fill: Callable[[SealedStore], None] | None = None,
) -> tuple[Workspace, tuple[str, ...]]:
    """Makes a vault with its first records; returns its services and the 24 recovery words.

    `name` stands on the lock screen and is the practice's first name. `fill` puts more records
    into the new database before anybody can open it. Raises as `create_vault`.
    """

    def prepare(connection: VaultConnection) -> SealState:
        store = Unsealed(connection)
        _found(store, name, clock)
        if fill is not None:
            fill(store)
        return store.state

    return create_filled(folder, name, way, clock, prepare, cost, costs)


def create_filled(
    folder: Path,
    name: str,
    way: NewWay,
    clock: Clock,
    prepare: Callable[[VaultConnection], SealState],
    cost: Argon2Cost = STANDARD_COST,
    costs: CostRange = APP_COSTS,
) -> tuple[Workspace, tuple[str, ...]]:
    """The same with all its records from `prepare`; see `crypto.vault.vault.create_vault`."""
    now = clock.now().utc
    vault, words = create_vault(folder, name, way, prepare, now=now, cost=cost, costs=costs)
    try:
        workspace = Workspace(vault, clock)
    except BaseException:
        vault.close()
        raise
    with suppress(CryptoError):  # the vault is there, and its words are to be seen
        workspace.ways_in.kits.has_begun(words)
    return workspace, words


def open_workspace(
    folder: Path,
    way: Way,
    clock: Clock,
    costs: CostRange = APP_COSTS,
    *,
    pin: AskedPin = PIN_UNKNOWN,
    read_only: bool = False,
) -> Workspace:
    """Unlocks a vault and returns its services, whose `standing` tells how it was found.

    `pin` is what this computer's password store remembers. Raises as `open_vault`,
    VaultFormatUnknown, and VaultDamaged.
    """
    vault = open_vault(folder, way, costs=costs, read_only=read_only)
    try:
        return Workspace(vault, clock, pin)
    except BaseException:
        vault.close()
        raise


def _found(store: Unsealed, name: str, clock: Clock) -> None:
    database = Database(store)
    log = Log(clock)
    with database.write() as writer:
        migrate.migrate(store.connection)
        meta.create(writer, drafts.digest(writer))
        practice = Practice(practice_name=name, zone=clock.now().zone)
        PracticeService(database, log).put(writer, practice)
        PurposeService(database, log, clock).seed(writer, read_templates(files.read_bytes))
        note_new_vault(writer)
