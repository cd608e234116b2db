/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/driver.h"

#include "app/notebook/notebook_file.h"

/* The reader of notebooks: whatever it reads is written so that it is read again as the same. */

#define HEAD                                                                                                          \
  "{\"@context\":[\"http://www.w3.org/ns/anno.jsonld\",{\"demarche\":\"urn:demarche:notebook:\"}],"                  \
  "\"type\":\"AnnotationPage\",\"demarche:version\":1,\"demarche:dossier\":\"urn:x\","
#define FRAGMENT(value)                                                                                               \
  "{\"type\":\"FragmentSelector\",\"conformsTo\":\"urn:demarche:notebook:fragment\",\"value\":\"" value "\"}"

const char *const dem_fuzz_seeds[] = {
  HEAD "\"items\":[]}",
  HEAD "\"items\":[{\"id\":\"urn:a\",\"type\":\"Annotation\",\"created\":\"2020-11-19T10:42:00.5+02:00\","
       "\"creator\":{\"type\":\"Person\",\"name\":\"Ana\"},\"motivation\":\"replying\",\"body\":[{\"type\":"
       "\"TextualBody\",\"value\":\"T\\u00e9\\n\",\"format\":\"text/markdown\"},{\"type\":\"TextualBody\",\"value\":"
       "\"tag\",\"purpose\":\"tagging\"}],\"target\":{\"source\":\"urn:x\",\"selector\":" FRAGMENT (
           "question=i1/2") "},\"demarche:colour\":\"green\",\"demarche:private\":true,\"x\":[1,{}]}],"
                            "\"demarche:pins\":{\"a\":[1,-2e3]},\"demarche:starts\":{\"c\":0.5},\"y\":null}",
  HEAD "\"items\":[{\"type\":\"Annotation\",\"bodyValue\":\"b\",\"target\":[\"urn:x\",\"http://y\",{\"source\":\"urn:x\","
       "\"selector\":" FRAGMENT ("geo=1,2") "},{\"source\":\"urn:x\",\"selector\":[" FRAGMENT (
           "t=2016/..") "]},{\"source\":{\"id\":\"urn:x\"},\"selector\":{\"type\":\"FragmentSelector\",\"conformsTo\":"
                        "\"urn:demarche:notebook:fragment\",\"value\":\"claim=c%20d\",\"refinedBy\":[{\"type\":"
                        "\"TextQuoteSelector\",\"exact\":\"e\",\"prefix\":\"p\"},{\"type\":\"TextPositionSelector\","
                        "\"start\":1,\"end\":2}]},\"demarche:doubtful\":true}]},7,{\"id\":\"urn:a\",\"type\":"
                        "\"Annotation\",\"target\":\"urn:x\"},{\"id\":\"urn:a\",\"type\":\"Annotation\",\"target\":"
                        "\"urn:x\",\"motivation\":[\"x\"],\"creator\":\"z\"}],\"demarche:revision\":\"r\","
                        "\"demarche:ancestors\":[\"q\"]}",
  NULL,
};

static void
assert_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const DemProblem *problem = problems->pdata[i];

      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_true (g_utf8_validate (problem->pointer, -1, NULL));
      g_assert_cmpint (problem->severity, ==, DEM_SEVERITY_WARNING);
      g_assert_cmpuint (problem->line, >, 0);
    }
}

static void
assert_notes (const DemNotebookContent *content)
{
  for (guint i = 0; i < content->notes->len; i++)
    {
      DemNote *note = content->notes->pdata[i];

      g_assert_true (g_utf8_validate (dem_note_get_text (note), -1, NULL));
      g_assert_true (g_utf8_validate (dem_note_get_folded (note), -1, NULL));
      g_assert_cmpuint (dem_note_get_targets (note)->len, >, 0);
      if (i > 0)
        g_assert_cmpint (dem_note_compare (content->notes->pdata[i - 1], note), <, 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (DemNotebookContent) content = dem_notebook_file_read (bytes, "urn:x", problems, &error);
  g_autoptr (DemNotebookContent) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) written_again = NULL;

  g_assert_true ((content == NULL) == (error != NULL));
  if (content == NULL)
    return 0;
  assert_problems (problems);
  assert_notes (content);
  written = dem_notebook_file_write (content);
  again = dem_notebook_file_read (written, "urn:x", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dem_notebook_content_equal (content, again));
  written_again = dem_notebook_file_write (again);
  g_assert_true (g_bytes_equal (written, written_again));
  return 0;
}
