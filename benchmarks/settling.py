"""LibreOffice's own "accept all" and "reject all", through a macro in a profile of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

from lydelse.formats.office.conversion import program

MOST_SECONDS = 300

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub SettleAll(folder As String)
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  Dim files(1000) As String
  Dim none()
  opened(0).Name = &quot;Hidden&quot;
  opened(0).Value = True
  saved(0).Name = &quot;FilterName&quot;
  saved(0).Value = &quot;MS Word 2007 XML&quot;
  dispatcher = createUnoService(&quot;com.sun.star.frame.DispatchHelper&quot;)
  count = 0
  found = Dir(folder &amp; &quot;/*.docx&quot;)
  Do While found &lt;&gt; &quot;&quot;
    files(count) = found
    count = count + 1
    found = Dir()
  Loop
  For at = 0 To count - 1
    For Each way In Array(&quot;Accept&quot;, &quot;Reject&quot;)
      doc = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; &quot;/&quot; &amp; files(at)), &quot;_blank&quot;, 0, opened())
      dispatcher.executeDispatch(doc.CurrentController.Frame, &quot;.uno:&quot; &amp; way &amp; &quot;AllTrackedChanges&quot;, _
        &quot;&quot;, 0, none())
      doc.storeToURL(ConvertToURL(folder &amp; &quot;/&quot; &amp; way &amp; &quot;/&quot; &amp; files(at)), saved())
      doc.close(True)
    Next
  Next
  StarDesktop.terminate()
End Sub
</script:module>
"""


def settled(folder: Path) -> bool:
    """Write each Word file of a folder with all changes accepted to its folder "Accept", with all rejected to "Reject".

    Returns:
        False where LibreOffice is not installed.
    """
    command = program()
    if command is None:
        return False
    for way in ("Accept", "Reject"):
        (folder / way).mkdir(exist_ok=True)
    profile = folder / "profile"
    base = [command, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*base, "--terminate_after_init"], check=False, capture_output=True, timeout=MOST_SECONDS)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.parent.is_dir():  # a start without documents makes the library; some versions need a macro to be asked for
        subprocess.run([*base, "macro:///Standard.Module1.Main"], check=False, capture_output=True, timeout=MOST_SECONDS)
    module.write_text(_MODULE, "utf-8")
    subprocess.run([*base, f"macro:///Standard.Module1.SettleAll({folder})"], check=False, capture_output=True, timeout=MOST_SECONDS)
    return True
