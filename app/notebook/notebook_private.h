/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/judgements.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/* What the files of the notebook share: notebook.c has its life and the pins, notebook_judgements.c the
 * judgements, notebook_answers.c the answers to critical questions. */
struct _DemNotebook
{
  GObject parent_instance;

  char *dossier_id;
  DemPins *pins;
  DemJudgements *assumptions;
  DemJudgements *starts;
  GHashTable *answers; /* "INFERENCE/N" → text */
  DemUndo *undo;
};

/* Tells everybody that something has changed though nothing was pushed on the stack. */
void dem_notebook_emit_changed (DemNotebook *self);

G_END_DECLS
