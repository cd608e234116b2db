/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/driver.h"

#include <string.h>

#include "app/dossier/loader.h"
#include "app/exchange/notes_export.h"
#include "app/exchange/notes_import.h"
#include "app/notebook/notebook_file.h"

/* Files of annotations: what is imported can be kept and exported again, whatever the file was. */

#define QUOTE(exact)                                                                                                \
  "{\"source\":\"http://x\",\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"" exact                        \
  "\",\"prefix\":\"The \"},{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":9}]}"

const char *const dem_fuzz_seeds[] = {
  "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:a\",\"type\":\"Annotation\",\"bodyValue\":\"b\","
  "\"target\":" QUOTE ("border may open again") "}",
  "{\"type\":\"AnnotationPage\",\"items\":[{\"id\":\"urn:a\",\"type\":\"Annotation\",\"creator\":{\"name\":\"Ana\"},"
  "\"body\":{\"type\":\"TextualBody\",\"value\":\"<p>a &amp; b</p>\",\"format\":\"text/html\",\"creator\":\"c\"},"
  "\"target\":[" QUOTE ("border might open agian") ",\"urn:x\"],\"demarche:from\":[]},{\"id\":\"urn:a\",\"type\":"
                                                  "\"Annotation\",\"target\":\"urn:x\",\"x\":{\"user\":1}}]}",
  "{\"type\":[\"AnnotationCollection\"],\"first\":{\"type\":\"AnnotationPage\",\"items\":[{\"type\":\"Annotation\","
  "\"target\":" QUOTE ("It says little") "}]}}",
  "[{\"type\":\"Annotation\",\"target\":\"urn:x\",\"modified\":\"2020-01-01T00:00:00Z\"},7]",
  NULL,
};

static DemDossier *
open_dossier (void)
{
  static const char text[]
      = "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x\",\"title\":\"T\",\"claims\":[{\"id\":\"a\",\"kind\":"
        "\"thesis\",\"text\":\"The border may open again before winter.\"},{\"id\":\"b\",\"kind\":\"claim\",\"text\":\"It "
        "says little.\",\"summary\":\"It says little.\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "fuzz");

  return dem_loader_load (loader, NULL, NULL);
}

static void
assert_kept (DemNotebook *notebook)
{
  g_autoptr (DemNotebookContent) content = dem_notebook_dup_content (notebook);
  g_autoptr (GBytes) written = dem_notebook_file_write (content);
  g_autoptr (GError) error = NULL;
  g_autoptr (DemNotebookContent) again = dem_notebook_file_read (written, "urn:x", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (dem_notebook_content_equal (content, again));
}

static void
assert_exported (DemNotebook *notebook, DemDossier *dossier, DemNotesExportFlags flags)
{
  GListModel *notes = dem_notebook_get_notes (notebook);
  g_autofree char *json = dem_notes_to_json (notes, dossier, flags);
  g_autofree char *report = dem_notes_to_markdown (notes, dossier, DEM_NOTE_ORDER_ARGUMENT, flags);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (DemNotesImport) again = dem_notes_import_read (bytes, dossier, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (again->n_unread, ==, 0);
  g_assert_true (g_utf8_validate (report, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static DemDossier *dossier;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DemNotesImport) import = NULL;
  g_autoptr (DemNotebook) notebook = NULL;

  if (dossier == NULL)
    dossier = open_dossier ();
  import = dem_notes_import_read (bytes, dossier, NULL, &error);
  g_assert_true ((import == NULL) == (error != NULL));
  if (import == NULL)
    return 0;
  notebook = dem_notebook_open ("urn:x");
  g_assert_cmpuint (dem_notes_import_apply (import, notebook), ==, import->notes->len);
  assert_kept (notebook);
  assert_exported (notebook, dossier, DEM_NOTES_EXPORT_PRIVATE);
  assert_exported (notebook, dossier, DEM_NOTES_EXPORT_PRIVATE | DEM_NOTES_EXPORT_AUTHORS);
  return 0;
}
