/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/focus/focus_private.h"

#include <math.h>

#include "app/dossier/remap.h"

static gboolean
is_same (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      DemAssumption here = g_array_index (a, DemAssumption, i), there = g_array_index (b, DemAssumption, i);

      if (here.claim != there.claim || here.strength != there.strength)
        return FALSE;
    }
  return TRUE;
}

gboolean
dem_trials_copy (GArray *to, GArray *from)
{
  if (is_same (to, from))
    return FALSE;
  g_array_set_size (to, 0);
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
  return TRUE;
}

void
dem_trials_remap (GArray *trials, DemDossier *from, DemDossier *to)
{
  for (guint i = trials->len; i > 0; i--)
    {
      DemAssumption *trial = &g_array_index (trials, DemAssumption, i - 1);
      DemRef ref = dem_ref_remap (DEM_REF (CLAIM, trial->claim), from, to);

      if (ref.kind == DEM_KIND_CLAIM)
        trial->claim = ref.index;
      else
        g_array_remove_index (trials, i - 1);
    }
}

const DemAssumption *
dem_focus_get_trials (DemFocus *self, guint *n)
{
  GArray *trials;

  g_return_val_if_fail (DEM_IS_FOCUS (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  trials = dem_focus_peek_trials (self);
  *n = trials->len;
  return trials->len > 0 ? (const DemAssumption *) (gpointer) trials->data : NULL;
}

void
dem_focus_try (DemFocus *self, guint32 claim, double strength)
{
  DemAssumption trial = { claim, strength };
  GArray *trials;

  g_return_if_fail (DEM_IS_FOCUS (self));
  g_return_if_fail (isnan (strength) || (strength >= 0 && strength <= 1));

  trials = dem_focus_peek_trials (self);
  for (guint i = 0; i < trials->len; i++)
    {
      DemAssumption *here = &g_array_index (trials, DemAssumption, i);

      if (here->claim != claim)
        continue;
      if (here->strength == strength)
        return;
      g_array_remove_index (trials, i);
      if (isnan (strength))
        {
          g_signal_emit_by_name (self, "changed", (guint) DEM_FOCUS_TRIALS);
          return;
        }
      break;
    }
  if (isnan (strength))
    return;
  g_array_append_val (trials, trial);
  g_signal_emit_by_name (self, "changed", (guint) DEM_FOCUS_TRIALS);
}

void
dem_focus_clear_trials (DemFocus *self)
{
  GArray *trials;

  g_return_if_fail (DEM_IS_FOCUS (self));

  trials = dem_focus_peek_trials (self);
  if (trials->len == 0)
    return;
  g_array_set_size (trials, 0);
  g_signal_emit_by_name (self, "changed", (guint) DEM_FOCUS_TRIALS);
}
