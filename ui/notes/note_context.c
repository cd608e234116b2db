/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_context.h"

static GPtrArray *
new_targets (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);
}

GPtrArray *
dem_note_context_dup_targets (const DemNoteContext *self)
{
  GPtrArray *targets = new_targets ();
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  const DemRef *selection;
  guint n;

  selection = dem_focus_get_selection (self->focus, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (targets, dem_note_target_new_for_ref (dossier, selection[i]));
  if (n == 0 && !dem_focus_period_is_whole (self->focus))
    g_ptr_array_add (targets, dem_note_target_new_period (dem_focus_get_period (self->focus)));
  else if (n == 0)
    g_ptr_array_add (targets, dem_note_target_new (DEM_TARGET_DOSSIER, NULL));
  return targets;
}

void
dem_note_context_show (const DemNoteContext *self, DemNote *note)
{
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  GPtrArray *targets = dem_note_get_targets (note);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (DemRef));

  if (dossier == NULL)
    return;
  for (guint i = 0; i < targets->len; i++)
    {
      const DemNoteTarget *target = targets->pdata[i];
      DemRef ref = dem_note_target_resolve (target, dossier);
      DemEdtf when;

      if (!dem_ref_is_none (ref))
        g_array_append_val (refs, ref);
      else if (dem_note_target_get_kind (target) == DEM_TARGET_TIME && dem_note_target_get_when (target, dossier, &when))
        {
          DemPeriod span = dem_dossier_get_span (dossier);
          DemPeriod period = { MAX (when.start_min, span.first), MIN (when.end_max, span.last) };

          if (period.first <= period.last)
            dem_focus_set_period (self->focus, period);
        }
    }
  dem_focus_show_note (self->focus, dem_note_get_id (note), (const DemRef *) (gconstpointer) refs->data, refs->len);
}
