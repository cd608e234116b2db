/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notebooks that were changed in two places: no text is lost, whatever was done where. */
#include "app/notebook/notebook_merge.h"
#include "app/notebook/notebook_version.h"

#include <math.h>
#include <string.h>

#define DOSSIER "urn:x"

static DemNote *
make_note (const char *id, const char *text)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_ACTOR, "china");
  g_autoptr (DemNote) note = dem_note_new_on (text, target);

  return dem_note_with_id (note, id);
}

/* From "a=text b=other": notes by id, in that order. */
static DemNotebookContent *
make (const char *notes)
{
  DemNotebookContent *content = dem_notebook_content_new (DOSSIER);
  g_auto (GStrv) parts = g_strsplit (notes, " ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      g_ptr_array_add (content->notes, make_note (pair[0], pair[1]));
    }
  return content;
}

/* Makes a note of a base be the very same, so that only what a test changes is another. */
static void
share (DemNotebookContent *from, DemNotebookContent *to)
{
  for (guint i = 0; i < to->notes->len; i++)
    {
      DemNote *base = dem_notebook_content_find (from, dem_note_get_id (to->notes->pdata[i]));
      DemNote *note;

      if (base == NULL)
        continue;
      note = dem_note_with_text (base, dem_note_get_text (to->notes->pdata[i]));
      g_object_unref (to->notes->pdata[i]);
      to->notes->pdata[i] = note;
    }
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "a=text b=other", sorted; a note that was set beside another is "+=text". */
static char *
describe (DemNotebookContent *content)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < content->notes->len; i++)
    {
      DemNote *note = content->notes->pdata[i];
      gboolean is_beside = dem_note_has_tag (note, "changed elsewhere");

      g_ptr_array_add (parts, g_strdup_printf ("%s=%s", is_beside ? "+" : dem_note_get_id (note),
                                               dem_note_get_text (note)));
    }
  g_ptr_array_sort (parts, compare_strings);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

static const struct
{
  const char *name, *base, *mine, *theirs, *expected;
  guint n_taken, n_both;
} cases[] = {
  { "nothing", "a=1", "a=1", "a=1", "a=1", 0, 0 },
  { "mine changed", "a=1", "a=2", "a=1", "a=2", 0, 0 },
  { "theirs changed", "a=1", "a=1", "a=2", "a=2", 1, 0 },
  { "the same change", "a=1", "a=2", "a=2", "a=2", 0, 0 },
  { "both changed", "a=1", "a=2", "a=3", "+=3 a=2", 0, 1 },
  { "mine contains theirs", "a=1", "a=23", "a=2", "a=23", 0, 0 },
  { "theirs contains mine", "a=1", "a=2", "a=23", "a=23", 1, 0 },
  { "mine added", "a=1", "a=1 b=2", "a=1", "a=1 b=2", 0, 0 },
  { "theirs added", "a=1", "a=1", "a=1 b=2", "a=1 b=2", 1, 0 },
  { "both added", "", "a=1", "b=2", "a=1 b=2", 1, 0 },
  { "mine deleted", "a=1 b=2", "b=2", "a=1 b=2", "b=2", 0, 0 },
  { "theirs deleted", "a=1 b=2", "a=1 b=2", "b=2", "b=2", 1, 0 },
  { "both deleted", "a=1", "", "", "", 0, 0 },
  { "mine deleted, theirs changed", "a=1", "", "a=2", "a=2", 0, 1 },
  { "theirs deleted, mine changed", "a=1", "a=2", "", "a=2", 0, 1 },
  { "nothing in common", NULL, "a=1", "a=2 b=3", "+=2 a=1 b=3", 1, 1 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DemNotebookContent) base = make (cases[i].base != NULL ? cases[i].base : "");
      g_autoptr (DemNotebookContent) mine = make (cases[i].mine), theirs = make (cases[i].theirs);
      g_autoptr (DemNotebookContent) merged = NULL;
      g_autofree char *found = NULL;
      DemNotebookMerge result;

      share (base, mine);
      share (base, theirs);
      share (mine, theirs);
      merged = dem_notebook_merge (cases[i].base != NULL ? base : NULL, mine, theirs, &result);
      found = describe (merged);
      g_test_message ("%s: %s", cases[i].name, found);
      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_cmpuint (result.n_taken, ==, cases[i].n_taken);
      g_assert_cmpuint (result.n_both, ==, cases[i].n_both);
    }
}

static void
replace_note (DemNotebookContent *content, DemNote *note)
{
  g_object_unref (content->notes->pdata[0]);
  content->notes->pdata[0] = note;
}

/* Different parts of one note. */
static void
test_parts (void)
{
  g_autoptr (DemNotebookContent) base = make ("a=1"), mine = dem_notebook_content_copy (base),
                                 theirs = dem_notebook_content_copy (base), merged = NULL;
  DemNote *note = base->notes->pdata[0];
  g_autoptr (DemNote) coloured = dem_note_with_colour (note, DEM_NOTE_GREEN), retold = NULL;
  DemNote *found;
  DemNotebookMerge result;

  replace_note (mine, dem_note_with_tags (coloured, (const char *const[]){ "mine", NULL }));
  retold = dem_note_with_text (note, "2");
  replace_note (theirs, dem_note_with_tags (retold, (const char *const[]){ "theirs", NULL }));
  merged = dem_notebook_merge (base, mine, theirs, &result);
  g_assert_cmpuint (merged->notes->len, ==, 1);
  g_assert_cmpuint (result.n_both, ==, 0);
  found = merged->notes->pdata[0];
  g_assert_cmpstr (dem_note_get_text (found), ==, "2");
  g_assert_cmpint (dem_note_get_colour (found), ==, DEM_NOTE_GREEN);
  g_assert_true (dem_note_has_tag (found, "mine"));
  g_assert_true (dem_note_has_tag (found, "theirs"));
}

/* A tag that one side takes away is gone. */
static void
test_untagged (void)
{
  g_autoptr (DemNotebookContent) base = make ("a=1"), mine = NULL, theirs = NULL, merged = NULL;

  replace_note (base, dem_note_with_tags (base->notes->pdata[0], (const char *const[]){ "x", "y", NULL }));
  mine = dem_notebook_content_copy (base);
  theirs = dem_notebook_content_copy (base);
  replace_note (mine, dem_note_with_tags (mine->notes->pdata[0], (const char *const[]){ "x", NULL }));
  replace_note (theirs, dem_note_with_text (theirs->notes->pdata[0], "2"));
  merged = dem_notebook_merge (base, mine, theirs, NULL);
  g_assert_false (dem_note_has_tag (merged->notes->pdata[0], "y"));
  g_assert_true (dem_note_has_tag (merged->notes->pdata[0], "x"));
  g_assert_cmpstr (dem_note_get_text (merged->notes->pdata[0]), ==, "2");
}

/* Both sides come to the same notes, and merging again adds nothing. */
static void
test_both_ways (void)
{
  g_autoptr (DemNotebookContent) base = make ("a=1"), mine = make ("a=2"), theirs = make ("a=3");
  g_autoptr (DemNotebookContent) here = NULL, again = NULL, there = NULL;
  g_autofree char *of_here = NULL, *of_again = NULL, *of_there = NULL;
  DemNotebookMerge result;

  share (base, mine);
  share (base, theirs);
  here = dem_notebook_merge (base, mine, theirs, NULL);
  of_here = describe (here);
  again = dem_notebook_merge (base, here, theirs, NULL);
  of_again = describe (again);
  g_assert_cmpstr (of_here, ==, of_again);
  /* They get ours, which comes from theirs. */
  there = dem_notebook_merge (theirs, theirs, here, &result);
  of_there = describe (there);
  g_assert_cmpstr (of_here, ==, of_there);
  g_assert_cmpuint (result.n_both, ==, 0);
}

static void
test_pins_and_judgements (void)
{
  g_autoptr (DemNotebookContent) base = make (""), mine = NULL, theirs = NULL, merged = NULL;

  dem_pins_set (base->pins, "gone", &(DemPin){ 1, 1 });
  dem_pins_set (base->pins, "both", &(DemPin){ 1, 1 });
  dem_judgements_set (base->assumptions, "k", 0.5);
  mine = dem_notebook_content_copy (base);
  theirs = dem_notebook_content_copy (base);
  dem_pins_set (mine->pins, "both", &(DemPin){ 2, 2 });
  dem_pins_set (mine->pins, "mine", &(DemPin){ 3, 3 });
  dem_pins_set (theirs->pins, "gone", NULL);
  dem_pins_set (theirs->pins, "both", &(DemPin){ 4, 4 });
  dem_pins_set (theirs->pins, "theirs", &(DemPin){ 5, 5 });
  dem_judgements_set (theirs->assumptions, "k", NAN);
  dem_judgements_set (mine->starts, "m", 0.25);
  dem_judgements_set (theirs->starts, "t", 0.75);
  g_free (theirs->members);
  theirs->members = g_strdup ("\"x:y\": 1");

  merged = dem_notebook_merge (base, mine, theirs, NULL);
  g_assert_null (dem_pins_get (merged->pins, "gone"));
  g_assert_cmpfloat (dem_pins_get (merged->pins, "both")->x, ==, 2);
  g_assert_cmpfloat (dem_pins_get (merged->pins, "mine")->x, ==, 3);
  g_assert_cmpfloat (dem_pins_get (merged->pins, "theirs")->x, ==, 5);
  g_assert_true (isnan (dem_judgements_get (merged->assumptions, "k")));
  g_assert_cmpfloat (dem_judgements_get (merged->starts, "m"), ==, 0.25);
  g_assert_cmpfloat (dem_judgements_get (merged->starts, "t"), ==, 0.75);
  g_assert_cmpstr (merged->members, ==, "\"x:y\": 1");
}

/* ---- Where versions come from ---- */

static DemNotebookContent *
add_version (DemNotebookHistory *history, const char *notes, const DemNotebookContent *merged_with)
{
  DemNotebookContent *content = make (notes);

  dem_notebook_history_sign (history, content, merged_with);
  dem_notebook_history_add (history, dem_notebook_version_new (content, NULL));
  return content;
}

/* What another machine does with a version of ours. */
static DemNotebookContent *
answer (DemNotebookContent *to, const char *notes, DemNotebookHistory *theirs)
{
  dem_notebook_history_add (theirs, dem_notebook_version_new (dem_notebook_content_copy (to), NULL));
  return add_version (theirs, notes, NULL);
}

static void
test_base (void)
{
  g_autoptr (DemNotebookHistory) ours = dem_notebook_history_new (), theirs = dem_notebook_history_new ();
  g_autoptr (DemNotebookHistory) later = dem_notebook_history_new (), strangers = dem_notebook_history_new ();
  g_autoptr (DemNotebookContent) by_hand = make ("a=x");
  DemNotebookContent *first, *second, *latest, *from_second, *stranger;

  g_assert_null (dem_notebook_history_find_base (ours, by_hand));
  first = add_version (ours, "a=1", NULL);
  second = add_version (ours, "a=2", NULL);
  latest = add_version (ours, "a=3", NULL);
  g_assert_true (dem_notebook_history_find_base (ours, by_hand) == latest);
  from_second = answer (second, "a=2 b=1", theirs);
  g_assert_true (dem_notebook_history_find_base (ours, from_second) == second);
  g_assert_true (dem_notebook_history_find_base (ours, first) == first);
  stranger = add_version (strangers, "z=1", NULL);
  g_assert_null (dem_notebook_history_find_base (ours, stranger));
  /* A run that has seen the latest only knows of the older ones by name: they have nothing new. */
  dem_notebook_history_add (later, dem_notebook_version_new (dem_notebook_content_copy (latest), NULL));
  g_assert_true (dem_notebook_history_find_base (later, second) == second);
}

/* The case that a file synchroniser makes: both save at the same time, and its copy of theirs takes the place
 * of ours. What was saved here is not deleted by somebody who never saw it. */
static void
test_overwritten_by_synchroniser (void)
{
  g_autoptr (DemNotebookHistory) ours = dem_notebook_history_new (), theirs = dem_notebook_history_new ();
  g_autoptr (DemNotebookContent) merged = NULL;
  g_autofree char *found = NULL;
  DemNotebookContent *common = add_version (ours, "a=1", NULL), *mine, *other;

  other = answer (common, "a=1 t=1", theirs);
  mine = add_version (ours, "a=1 m=1", NULL);
  merged = dem_notebook_merge (dem_notebook_history_find_base (ours, other), mine, other, NULL);
  found = describe (merged);
  g_assert_true (g_str_has_suffix (found, "m=1 t=1"));
}

/* Names are bounded, the newest of both sides first. */
static void
test_ancestors (void)
{
  g_autoptr (DemNotebookHistory) ours = dem_notebook_history_new (), theirs = dem_notebook_history_new ();
  DemNotebookContent *other = NULL, *last = NULL;

  for (guint i = 0; i < 150; i++)
    {
      other = add_version (theirs, "a=1", NULL);
      last = add_version (ours, "a=1", NULL);
    }
  g_assert_cmpuint (g_strv_length (last->ancestors), ==, 100);
  last = add_version (ours, "a=1", other);
  g_assert_cmpuint (g_strv_length (last->ancestors), ==, 100);
  g_assert_cmpstr (last->ancestors[1], ==, other->revision);
  g_assert_cmpstr (last->ancestors[3], ==, other->ancestors[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notebook-merge/cases", test_cases);
  g_test_add_func ("/notebook-merge/parts", test_parts);
  g_test_add_func ("/notebook-merge/untagged", test_untagged);
  g_test_add_func ("/notebook-merge/both-ways", test_both_ways);
  g_test_add_func ("/notebook-merge/pins-and-judgements", test_pins_and_judgements);
  g_test_add_func ("/notebook-merge/base", test_base);
  g_test_add_func ("/notebook-merge/overwritten-by-synchroniser", test_overwritten_by_synchroniser);
  g_test_add_func ("/notebook-merge/ancestors", test_ancestors);
  return g_test_run ();
}
