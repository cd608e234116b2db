/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define IN_DOUBT 0.5

/* Judgement: a claim's number before and after, NAN where there is none. */
typedef struct
{
  gboolean of_start; /* a starting value, rather than an assumption */
  char *claim;
  double before, after;
} Judgement;

static void
free_judgement (gpointer data)
{
  Judgement *judgement = data;

  g_free (judgement->claim);
  g_free (judgement);
}

static DemJudgements *
get_table (DemNotebook *self, gboolean of_start)
{
  return of_start ? self->starts : self->assumptions;
}

static void
undo_judgement (gpointer target, gpointer step)
{
  Judgement *judgement = step;

  dem_judgements_set (get_table (target, judgement->of_start), judgement->claim, judgement->before);
}

static void
redo_judgement (gpointer target, gpointer step)
{
  Judgement *judgement = step;

  dem_judgements_set (get_table (target, judgement->of_start), judgement->claim, judgement->after);
}

static const DemUndoKind accepting
    = { N_ ("Undo Accept Claim"), N_ ("Redo Accept Claim"), undo_judgement, redo_judgement, free_judgement };
static const DemUndoKind doubting
    = { N_ ("Undo Doubt Claim"), N_ ("Redo Doubt Claim"), undo_judgement, redo_judgement, free_judgement };
static const DemUndoKind rejecting
    = { N_ ("Undo Reject Claim"), N_ ("Redo Reject Claim"), undo_judgement, redo_judgement, free_judgement };
static const DemUndoKind resetting
    = { N_ ("Undo Reset Claim"), N_ ("Redo Reset Claim"), undo_judgement, redo_judgement, free_judgement };
static const DemUndoKind starting = { N_ ("Undo Starting Value"), N_ ("Redo Starting Value"), undo_judgement,
                                      redo_judgement, free_judgement };

static const DemUndoKind *
get_kind (gboolean of_start, double value)
{
  if (isnan (value))
    return &resetting;
  if (of_start)
    return &starting;
  return value > IN_DOUBT ? &accepting : value < IN_DOUBT ? &rejecting : &doubting;
}

static void
judge (DemNotebook *self, gboolean of_start, const char *claim, double value)
{
  DemJudgements *table = get_table (self, of_start);
  double before = dem_judgements_get (table, claim);
  Judgement *judgement;

  if (!dem_judgements_set (table, claim, value))
    return;
  judgement = g_new (Judgement, 1);
  *judgement = (Judgement){ of_start, g_strdup (claim), before, value };
  dem_undo_push (self->undo, get_kind (of_start, value), judgement);
}

double
dem_notebook_get_assumption (DemNotebook *self, const char *claim)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NAN);
  g_return_val_if_fail (claim != NULL, NAN);

  return dem_judgements_get (self->assumptions, claim);
}

double
dem_notebook_get_start (DemNotebook *self, const char *claim)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NAN);
  g_return_val_if_fail (claim != NULL, NAN);

  return dem_judgements_get (self->starts, claim);
}

guint
dem_notebook_count_judgements (DemNotebook *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), 0);

  return dem_judgements_count (self->assumptions) + dem_judgements_count (self->starts);
}

GArray *
dem_notebook_dup_assumptions (DemNotebook *self, DemDossier *dossier)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  return dem_judgements_resolve (self->assumptions, dossier);
}

GArray *
dem_notebook_dup_starts (DemNotebook *self, DemDossier *dossier)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  return dem_judgements_resolve (self->starts, dossier);
}

void
dem_notebook_assume (DemNotebook *self, const char *claim, double strength)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (claim != NULL);
  g_return_if_fail (strength >= 0 && strength <= 1);

  judge (self, FALSE, claim, strength);
}

/* Whether the last that was done set this claim's starting value, which is then set anew in its place. */
static Judgement *
get_open_start (DemNotebook *self, const char *claim)
{
  Judgement *last = dem_undo_peek (self->undo, &starting);

  return last != NULL && g_str_equal (last->claim, claim) ? last : NULL;
}

void
dem_notebook_set_start (DemNotebook *self, const char *claim, double value)
{
  Judgement *open;

  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (claim != NULL);
  g_return_if_fail (value >= 0 && value <= 1);

  open = get_open_start (self, claim);
  if (open == NULL)
    {
      judge (self, TRUE, claim, value);
      return;
    }
  open->after = value;
  if (dem_judgements_set (self->starts, claim, value))
    dem_notebook_emit_changed (self);
}

static void
reset (DemNotebook *self, const char *claim)
{
  judge (self, FALSE, claim, NAN);
  judge (self, TRUE, claim, NAN);
}

void
dem_notebook_forget_assumption (DemNotebook *self, const char *claim)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (claim != NULL);

  judge (self, FALSE, claim, NAN);
}

void
dem_notebook_forget_start (DemNotebook *self, const char *claim)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (claim != NULL);

  judge (self, TRUE, claim, NAN);
}

void
dem_notebook_reset_claim (DemNotebook *self, const char *claim)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (claim != NULL);

  dem_undo_begin (self->undo, resetting.undo_label, resetting.redo_label);
  reset (self, claim);
  dem_undo_end (self->undo);
}

static void
reset_table (DemNotebook *self, gboolean of_start)
{
  g_autofree const char **claims = dem_judgements_list (get_table (self, of_start));

  for (guint i = 0; claims[i] != NULL; i++)
    {
      /* Its own key goes while it is removed. */
      g_autofree char *claim = g_strdup (claims[i]);

      judge (self, of_start, claim, NAN);
    }
}

void
dem_notebook_reset_all_claims (DemNotebook *self)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));

  dem_undo_begin (self->undo, N_ ("Undo Reset All Claims"), N_ ("Redo Reset All Claims"));
  reset_table (self, FALSE);
  reset_table (self, TRUE);
  dem_undo_end (self->undo);
}
