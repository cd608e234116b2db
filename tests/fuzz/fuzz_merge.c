/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/driver.h"

#include "app/notebook/notebook_file.h"
#include "app/notebook/notebook_merge.h"

#include <string.h>

/* Merging of notebooks that were changed at random on both sides: no text that was written is lost, and both
 * sides come to the same. The input is read as pairs of bytes, each of which changes one side. */

#define DOSSIER "urn:x"

typedef enum
{
  BASE,
  MINE,
  THEIRS,
  N_SIDES,
} Side;

typedef enum
{
  WRITE,
  DELETE,
  TAG,
  COLOUR,
  HIDE,
  PIN,
  N_ACTIONS,
} Action;

static const char *const ids[] = { "urn:a", "urn:b", "urn:c", "urn:d", "urn:e" };

/* Some contain others. */
static const char *const texts[]
    = { "one", "one two", "two", "", "three", "one two three", "two three", "\xc3\xa9" };

const char *const dem_fuzz_seeds[] = {
  "0011",
  "0a1b2c0a1b2c",
  "@A!b#c$d%e^f&g*h(i)j",
  "The same note is changed, deleted and tagged on both sides.",
  "zyxwvutsrqponmlkjihgfedcba0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  NULL,
};

/* ---- Making ---- */

static int
find_note (const DemNotebookContent *content, const char *id)
{
  for (guint i = 0; i < content->notes->len; i++)
    if (g_str_equal (dem_note_get_id (content->notes->pdata[i]), id))
      return (int) i;
  return -1;
}

static DemNote *
make_note (const char *id, const char *text)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_ACTOR, "china");
  g_autoptr (DemNote) note = dem_note_new_on (text, target);

  return dem_note_with_id (note, id);
}

static DemNote *
change_note (DemNote *note, Action action, guint8 argument)
{
  const char *const tags[] = { argument % 2 ? "x" : "y", argument % 3 ? "z" : NULL, NULL };

  switch (action)
    {
    case WRITE:
      return dem_note_with_text (note, texts[argument % G_N_ELEMENTS (texts)]);
    case TAG:
      return dem_note_with_tags (note, tags);
    case COLOUR:
      return dem_note_with_colour (note, argument % DEM_N_NOTE_COLOURS);
    default:
      return dem_note_with_private (note, argument % 2);
    }
}

static void
change (DemNotebookContent *content, Action action, const char *id, guint8 argument)
{
  int at = find_note (content, id);

  if (action == PIN)
    dem_pins_set (content->pins, id, argument % 4 == 0 ? NULL : &(DemPin){ argument, 0 });
  else if (at < 0 && action == WRITE)
    g_ptr_array_add (content->notes, make_note (id, texts[argument % G_N_ELEMENTS (texts)]));
  else if (at >= 0 && action == DELETE)
    g_ptr_array_remove_index (content->notes, (guint) at);
  else if (at >= 0)
    {
      DemNote *note = change_note (content->notes->pdata[at], action, argument);

      g_object_unref (content->notes->pdata[at]);
      content->notes->pdata[at] = note;
    }
}

static void
change_side (DemNotebookContent *content, Side side, const guint8 *data, gsize size)
{
  for (gsize i = 0; i + 1 < size; i += 2)
    if (data[i] % N_SIDES == side)
      change (content, (data[i] / N_SIDES) % N_ACTIONS, ids[data[i + 1] % G_N_ELEMENTS (ids)],
              data[i + 1] / G_N_ELEMENTS (ids));
}

/* ---- What holds ---- */

static gboolean
has_text (const DemNotebookContent *content, const char *text)
{
  if (*text == '\0')
    return TRUE;
  for (guint i = 0; i < content->notes->len; i++)
    if (strstr (dem_note_get_text (content->notes->pdata[i]), text) != NULL)
      return TRUE;
  return FALSE;
}

/* Whatever a side has written since the base is there. */
static void
assert_keeps_texts (const DemNotebookContent *base,
                    const DemNotebookContent *side,
                    const DemNotebookContent *merged)
{
  for (guint i = 0; i < side->notes->len; i++)
    {
      DemNote *note = side->notes->pdata[i];
      DemNote *before = dem_notebook_content_find (base, dem_note_get_id (note));

      if (before == NULL || !g_str_equal (dem_note_get_text (before), dem_note_get_text (note)))
        g_assert_true (has_text (merged, dem_note_get_text (note)));
    }
}

static void
assert_ids_differ (const DemNotebookContent *content)
{
  for (guint i = 0; i < content->notes->len; i++)
    g_assert_cmpint (find_note (content, dem_note_get_id (content->notes->pdata[i])), ==, (int) i);
}

static gboolean
has_same_pin (const DemPins *a, const DemPins *b, const char *id)
{
  const DemPin *first = dem_pins_get (a, id), *second = dem_pins_get (b, id);

  return (first == NULL) == (second == NULL) && (first == NULL || first->x == second->x);
}

static void
assert_pins (const DemNotebookContent *base,
             const DemNotebookContent *mine,
             const DemNotebookContent *theirs,
             const DemNotebookContent *merged)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (has_same_pin (has_same_pin (base->pins, mine->pins, ids[i]) ? theirs->pins : mine->pins,
                                 merged->pins, ids[i]));
}

/* The same notes, whenever they were modified. */
static void
assert_same_notes (const DemNotebookContent *a, const DemNotebookContent *b)
{
  g_assert_cmpuint (a->notes->len, ==, b->notes->len);
  for (guint i = 0; i < a->notes->len; i++)
    g_assert_true (dem_note_equal (a->notes->pdata[i], b->notes->pdata[i]));
}

static void
assert_merged (const DemNotebookContent *base,
               const DemNotebookContent *mine,
               const DemNotebookContent *theirs)
{
  DemNotebookMerge result;
  g_autoptr (DemNotebookContent) merged = dem_notebook_merge (base, mine, theirs, &result);
  g_autoptr (DemNotebookContent) again = dem_notebook_merge (base, merged, theirs, NULL);
  g_autoptr (DemNotebookContent) there = dem_notebook_merge (theirs, theirs, merged, &result);
  g_autoptr (DemNotebookContent) read = NULL;
  g_autoptr (GBytes) bytes = dem_notebook_file_write (merged);

  assert_ids_differ (merged);
  assert_keeps_texts (base, mine, merged);
  assert_keeps_texts (base, theirs, merged);
  assert_pins (base, mine, theirs, merged);
  assert_same_notes (merged, there);
  g_assert_cmpuint (result.n_both, ==, 0);
  assert_keeps_texts (base, mine, again);
  assert_keeps_texts (base, theirs, again);
  read = dem_notebook_file_read (bytes, DOSSIER, NULL, NULL);
  g_assert_nonnull (read);
  g_assert_true (dem_notebook_content_equal (read, merged));
}

/* Who has changed nothing takes what the other has. */
static void
assert_one_sided (const DemNotebookContent *base, const DemNotebookContent *side)
{
  g_autoptr (DemNotebookContent) taken = dem_notebook_merge (base, base, side, NULL);
  g_autoptr (DemNotebookContent) kept = dem_notebook_merge (base, side, base, NULL);

  assert_same_notes (taken, kept);
  g_assert_cmpuint (taken->notes->len, ==, side->notes->len);
  assert_keeps_texts (base, side, taken);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (DemNotebookContent) base = dem_notebook_content_new (DOSSIER);
  g_autoptr (DemNotebookContent) mine = NULL, theirs = NULL, nothing = dem_notebook_content_new (DOSSIER);

  change_side (base, BASE, data, size);
  mine = dem_notebook_content_copy (base);
  theirs = dem_notebook_content_copy (base);
  change_side (mine, MINE, data, size);
  change_side (theirs, THEIRS, data, size);

  assert_merged (base, mine, theirs);
  assert_merged (nothing, mine, theirs);
  assert_one_sided (base, mine);
  assert_one_sided (base, theirs);
  return 0;
}
