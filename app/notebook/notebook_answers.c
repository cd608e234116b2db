/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_private.h"

#include <glib/gi18n-lib.h>

static const DemUndoKind answering = DEM_NOTE_CHANGE (N_ ("Undo Answer Question"), N_ ("Redo Answer Question"));
static const DemUndoKind clearing = DEM_NOTE_CHANGE (N_ ("Undo Clear Answer"), N_ ("Redo Clear Answer"));

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* The first note on a question that replies to it. */
static DemNote *
find_answer (DemNotebook *self, const DemNoteTarget *question)
{
  guint n;
  DemNote *const *notes = dem_notebook_notes_on (self, question, &n);

  for (guint i = 0; i < n; i++)
    if (dem_note_get_motivation (notes[i]) == DEM_NOTE_REPLYING && !is_blank (dem_note_get_text (notes[i])))
      return notes[i];
  return NULL;
}

const char *
dem_notebook_get_answer (DemNotebook *self, const char *inference, guint number)
{
  g_autoptr (DemNoteTarget) question = NULL;
  DemNote *answer;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (inference != NULL && number > 0, NULL);

  question = dem_note_target_new_question (inference, number);
  answer = find_answer (self, question);
  return answer != NULL ? dem_note_get_text (answer) : NULL;
}

guint
dem_notebook_count_answers (DemNotebook *self, const char *inference, guint n_questions)
{
  guint n = 0;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), 0);

  for (guint i = 1; i <= n_questions; i++)
    n += dem_notebook_get_answer (self, inference, i) != NULL;
  return n;
}

void
dem_notebook_answer (DemNotebook *self, const char *inference, guint number, const char *text)
{
  g_autoptr (DemNoteTarget) question = NULL;
  g_autoptr (DemNote) after = NULL;
  DemNote *before;

  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (inference != NULL && number > 0);
  g_return_if_fail (text == NULL || g_utf8_validate (text, -1, NULL));

  question = dem_note_target_new_question (inference, number);
  before = find_answer (self, question);
  if (text != NULL && !is_blank (text))
    after = before != NULL ? dem_note_with_text (before, text) : dem_note_new_on (text, question);
  if (after != NULL)
    dem_notebook_change_note (self, &answering, dem_note_get_id (after), after);
  else if (before != NULL)
    dem_notebook_change_note (self, &clearing, dem_note_get_id (before), NULL);
}
