"""How a store's tables come to be, and that released steps stay what they were."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from summarize.digest.model import Digest
from summarize.digest.store.database import Database
from summarize.digest.store.engine import connect
from summarize.digest.store.migrate import migrate
from summarize.digest.store.migrations import MIGRATIONS, TYPES, Migration, write_statements
from summarize.digest.store.opening import open_store
from summarize.digest.store.place import find_place
from summarize.digest.store.tables import metadata
from summarize.errors import StoreUnavailable
from summarize.model import SCHEMA_VERSION, Article, Brief, Extraction, Model
from tests.samples import BRIEF, EXTRACTION
from tests.storing import FEED, NOW, add, arrive, place, run_python, tell

RELEASED = ("69f1cf249650d129", "7cf4def47042b140")
"""The hash of each released migration. One is added with a migration; none is ever changed."""
NEXT = Migration(
    "an addition",
    (
        "CREATE TABLE more (id $number, made $time, data $bytes)",
        "ALTER TABLE runs ADD COLUMN more TEXT",
        "UPDATE runs SET more = note",
    ),
)


@contextmanager
def database_at(address: str | Path) -> Iterator[Database]:
    place = find_place(address)
    if place.file is not None:
        place.file.parent.mkdir(exist_ok=True)
    database = Database(connect(place, 5), place)
    try:
        yield database
    finally:
        database.engine.dispose()


def describe(connection: Connection) -> dict[str, object]:
    """Return what the database says of its tables, but for what it orders as it likes."""
    found = inspect(connection)
    return {
        name: {
            "columns": [
                (column["name"], column["nullable"], str(column["type"]))
                for column in found.get_columns(name)
            ],
            "key": found.get_pk_constraint(name)["constrained_columns"],
            "links": sorted(describe_links(connection, name)),
            "unique": [one["column_names"] for one in found.get_unique_constraints(name)],
        }
        for name in sorted(found.get_table_names())
    }


def describe_links(connection: Connection, table: str) -> list[tuple[str, str, str]]:
    """Return column, other table, and what becomes of a row when the other one goes."""
    if connection.dialect.name == "sqlite":  # where SQLAlchemy overlooks the last of the three
        rows = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})").mappings()
        return [(row["from"], row["table"], row["on_delete"]) for row in rows]
    return [
        (link["constrained_columns"][0], link["referred_table"], str(link["options"]))
        for link in inspect(connection).get_foreign_keys(table)
    ]


def test_a_released_migration_is_never_edited() -> None:
    written = [
        [write_statements(step, dialect) for dialect in sorted(TYPES)] for step in MIGRATIONS
    ]
    hashes = [hashlib.sha256(json.dumps(step).encode()).hexdigest()[:16] for step in written]
    assert tuple(hashes) == RELEASED


def test_the_types_of_both_databases_have_the_same_names() -> None:
    assert TYPES["sqlite"].keys() == TYPES["postgresql"].keys()


def test_the_tables_of_the_queries_are_those_of_the_migrations(store_address: str) -> None:
    with database_at(store_address) as database:
        migrate(database, MIGRATIONS)
        with database.writing() as connection:
            migrated = describe(connection)
            for name in inspect(connection).get_table_names():
                gone = f"DROP TABLE {name}"
                cascade = "" if connection.dialect.name == "sqlite" else " CASCADE"
                connection.exec_driver_sql(gone + cascade)
            metadata.create_all(connection)
            declared = describe(connection)
    assert migrated == declared


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_a_store_of_each_older_version_comes_to_the_newest(
    store_address: str, version: int
) -> None:
    """Version 0 is an empty database; one beyond those released shows that the way is open."""
    steps = (*MIGRATIONS, NEXT)
    with database_at(store_address) as database:
        if version:
            uid = migrate(database, steps[:version])
            with database.writing() as connection:
                begin = text("INSERT INTO runs (started, stage, note) VALUES (:now, 'read', 'x')")
                connection.execute(begin, {"now": NOW.isoformat(" ")})
            assert migrate(database, steps) == uid
        else:
            migrate(database, steps)
        with database.reading() as connection:
            assert "more" in inspect(connection).get_table_names()
            notes = connection.execute(text("SELECT more FROM runs")).scalars().all()
            assert notes == ["x"] * (version > 0)
            kept = connection.execute(text("SELECT value FROM meta WHERE name = 'schema'")).scalar()
            assert kept == str(len(steps))


def test_a_step_that_fails_leaves_nothing_of_itself_or_of_those_before(store_address: str) -> None:
    broken = Migration(
        "broken", ("CREATE TABLE more (id $number)", "INSERT INTO nowhere VALUES (1)")
    )
    with database_at(store_address) as database:
        with pytest.raises(StoreUnavailable):
            migrate(database, (*MIGRATIONS, broken))
        with database.reading() as connection:
            assert inspect(connection).get_table_names() == []
    with open_store(store_address) as store:
        assert store.list_runs(1) == ()


def test_a_store_of_a_newer_program_is_refused_and_left_alone(store_address: str) -> None:
    with database_at(store_address) as database:
        migrate(database, (*MIGRATIONS, NEXT))
        with database.reading() as connection:
            before = describe(connection)
    with pytest.raises(StoreUnavailable, match=r"newer summarize .*update summarize"):
        open_store(store_address)
    with database_at(store_address) as database, database.reading() as connection:
        assert describe(connection) == before


def test_a_database_of_something_else_is_refused_and_left_alone(store_address: str) -> None:
    with database_at(store_address) as database:
        with database.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE invoices (id INTEGER)")
        with pytest.raises(StoreUnavailable, match="tables of something else"):
            open_store(store_address)
        with database.reading() as connection:
            assert inspect(connection).get_table_names() == ["invoices"]


def test_a_file_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "invoices.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="tables of something else"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_meta_table_of_something_else_is_refused(store_address: str) -> None:
    with database_at(store_address) as database, database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE meta (name TEXT, value TEXT)")
    with pytest.raises(StoreUnavailable, match="no store of a digest"):
        open_store(store_address)


OPEN = """
import sys
from summarize.digest.store.opening import open_store
print("ready", flush=True)
sys.stdin.readline()
with open_store(sys.argv[1]) as store:
    print(store.uid)
"""


def test_processes_that_make_one_store_at_once_make_one(store_address: str) -> None:
    with (
        run_python(OPEN, store_address) as one,
        run_python(OPEN, store_address) as two,
        run_python(OPEN, store_address) as three,
    ):
        processes = (one, two, three)
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        said = [process.communicate("go\n", timeout=30) for process in processes]
    assert [errors for _, errors in said] == [""] * 3
    assert len({uid for uid, _ in said}) == 1


# Documents of other versions


def test_what_another_version_wrote_is_read_again_or_made_again(store_address: str) -> None:
    with open_store(store_address) as store:
        place(store, "one", "s1")
        tell(store, "d1", "s1")
        store.keep_extraction(EXTRACTION, "offline", NOW)
        store.keep_brief("s1", "f", BRIEF, 1, NOW)
    with database_at(store_address) as database, database.writing() as connection:
        for table in ("article_documents", "extractions", "briefs", "digests"):
            connection.exec_driver_sql(f"UPDATE {table} SET schema_version = '0'")  # noqa: S608
    with open_store(store_address) as store:
        assert store.known(FEED, ["one"]) == {}
        assert store.story_articles("s1") == ()
        assert store.extractions([EXTRACTION.article_id], "offline") == {}
        assert store.brief("s1", "f") is None
        assert store.told_brief("s1") is None
        assert store.digest("d1") is None
        refs = [item.ref for item in store.window(None)]
        assert add(store, arrive("one", "one"), NOW) == "same"
        assert store.known(FEED, ["one"]) == {"one": "1"}
        assert [item.ref for item in store.window(None)] == refs
        assert [kept.article.text for kept in store.story_articles("s1")] == ["one"]


@pytest.mark.parametrize("kind", [Article, Extraction, Brief, Digest])
def test_what_this_schema_version_ever_wrote_can_still_be_read(kind: type[Model]) -> None:
    """The file is never renewed: a new field of a model has a default, or a new schema_version."""
    path = Path(__file__).parent / "data" / "store" / f"documents-{SCHEMA_VERSION}.json"
    written = json.loads(path.read_text(encoding="utf-8"))[kind.__name__]
    read = kind.model_validate_json(json.dumps(written)).model_dump(mode="json")
    assert keeps(read, written)


def keeps(read: object, written: object) -> bool:
    """Whether all that was written is there, whatever came to it since."""
    if isinstance(written, dict) and isinstance(read, dict):
        return all(name in read and keeps(read[name], part) for name, part in written.items())
    if isinstance(written, list) and isinstance(read, list):
        return len(read) == len(written) and all(map(keeps, read, written))
    return read == written


@pytest.mark.parametrize("document", [b"no zlib", "another model"], ids=["damaged", "unknown"])
def test_a_document_that_cannot_be_read_is_as_good_as_absent(
    store_address: str, document: object
) -> None:
    data = document if isinstance(document, bytes) else zlib.compress(b'{"never": "heard of"}')
    with open_store(store_address) as store:
        store.keep_extraction(EXTRACTION, "offline", NOW)
        with database_at(store_address) as database, database.writing() as connection:
            connection.execute(text("UPDATE extractions SET document = :data"), {"data": data})
        assert store.extractions([EXTRACTION.article_id], "offline") == {}
        store.keep_extraction(EXTRACTION, "offline", NOW)
        assert len(store.extractions([EXTRACTION.article_id], "offline")) == 1
