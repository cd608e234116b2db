/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_private.h"

#include <glib/gi18n-lib.h>

/* Answer: what was said to a question before and after; NULL for nothing. */
typedef struct
{
  char *question; /* "INFERENCE/N", as notes refer to it */
  char *before, *after;
} Answer;

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_free (answer->question);
  g_free (answer->before);
  g_free (answer->after);
  g_free (answer);
}

static void
set_answer (DemNotebook *self, const char *question, const char *text)
{
  if (text == NULL)
    g_hash_table_remove (self->answers, question);
  else
    g_hash_table_replace (self->answers, g_strdup (question), g_strdup (text));
}

static void
undo_answer (gpointer target, gpointer step)
{
  Answer *answer = step;

  set_answer (target, answer->question, answer->before);
}

static void
redo_answer (gpointer target, gpointer step)
{
  Answer *answer = step;

  set_answer (target, answer->question, answer->after);
}

static const DemUndoKind answering
    = { N_ ("Undo Answer Question"), N_ ("Redo Answer Question"), undo_answer, redo_answer, free_answer };
static const DemUndoKind clearing
    = { N_ ("Undo Clear Answer"), N_ ("Redo Clear Answer"), undo_answer, redo_answer, free_answer };

static char *
name_question (const char *inference, guint number)
{
  return g_strdup_printf ("%s/%u", inference, number);
}

const char *
dem_notebook_get_answer (DemNotebook *self, const char *inference, guint number)
{
  g_autofree char *question = NULL;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (inference != NULL && number > 0, NULL);

  question = name_question (inference, number);
  return g_hash_table_lookup (self->answers, question);
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

static gboolean
is_blank (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  return *g_strstrip (copy) == '\0';
}

void
dem_notebook_answer (DemNotebook *self, const char *inference, guint number, const char *text)
{
  const char *before, *after;
  Answer *answer;

  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (inference != NULL && number > 0);
  g_return_if_fail (text == NULL || g_utf8_validate (text, -1, NULL));

  before = dem_notebook_get_answer (self, inference, number);
  after = text != NULL && !is_blank (text) ? text : NULL;
  if (g_strcmp0 (before, after) == 0)
    return;
  answer = g_new (Answer, 1);
  *answer = (Answer){ name_question (inference, number), g_strdup (before), g_strdup (after) };
  set_answer (self, answer->question, answer->after);
  dem_undo_push (self->undo, answer->after != NULL ? &answering : &clearing, answer);
}
