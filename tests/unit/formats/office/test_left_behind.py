import subprocess
import sys
from pathlib import Path

from lydelse.formats.office.left_behind import remove_left_behind, working_folder

WRITES = """
import pathlib, sys, time
folder = pathlib.Path(sys.argv[1]) / "deep"
for at in range(60):
    folder.mkdir(exist_ok=True)
    (folder / str(at)).write_text("x")
    time.sleep(0.01)
"""
"""A program that goes on writing in a folder for a while after it has been asked to end."""


def test_a_folder_in_which_a_program_goes_on_writing_is_gone_all_the_same() -> None:
    with working_folder() as folder:
        process = subprocess.Popen([sys.executable, "-c", WRITES, str(folder)], stderr=subprocess.DEVNULL)
        while not (folder / "deep").exists():
            assert process.poll() is None
    process.wait()
    assert not folder.exists()


def test_folders_in_use_are_removed_by_a_process_that_is_about_to_end() -> None:
    with working_folder() as folder:
        Path(folder, "a.docx").write_text("x")
        remove_left_behind()
        assert not folder.exists()
