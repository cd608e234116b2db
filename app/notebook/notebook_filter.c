/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_filter.h"

guint
dem_notebook_filter_count (const DemNotebookFilter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) (self->kind != DEM_NOTEBOOK_ANY) + (self->colour != DEM_NOTEBOOK_ANY)
         + (self->state != DEM_NOTEBOOK_STATE_ALL) + (self->target != NULL) + (self->tag != NULL) + (self->creator != NULL)
         + (self->text != NULL && self->text[0] != '\0') + (self->is_private != FALSE) + (self->in_period != FALSE);
}

static gboolean
can_have_date (DemTargetKind kind)
{
  return kind == DEM_TARGET_TIME || kind == DEM_TARGET_EVENT || kind == DEM_TARGET_RELATION
         || kind == DEM_TARGET_ACTOR || kind == DEM_TARGET_SOURCE;
}

DemAnswer
dem_note_when_in (const DemNote *note, DemDossier *dossier, DemPeriod period, gboolean *is_dated)
{
  GPtrArray *targets = dem_note_get_targets (note);
  DemAnswer best = DEM_ANSWER_NO;
  gboolean any = FALSE;

  for (guint i = 0; i < targets->len && best != DEM_ANSWER_YES; i++)
    {
      const DemNoteTarget *target = targets->pdata[i];
      DemEdtf when = DEM_EDTF_UNDATED;

      if (!can_have_date (dem_note_target_get_kind (target)) || !dem_note_target_exists (target, dossier))
        continue;
      any = TRUE;
      dem_note_target_get_when (target, dossier, &when);
      best = MAX (best, dem_edtf_overlaps (&when, period));
    }
  if (is_dated != NULL)
    *is_dated = any;
  return best;
}
