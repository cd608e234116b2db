/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a target is in a dossier. */

static const DemKind kinds[DEM_N_TARGET_KINDS] = {
  [DEM_TARGET_SOURCE] = DEM_KIND_SOURCE,       [DEM_TARGET_PARAGRAPH] = DEM_KIND_PARAGRAPH,
  [DEM_TARGET_ACTOR] = DEM_KIND_ACTOR,         [DEM_TARGET_PAIR] = DEM_KIND_PAIR,
  [DEM_TARGET_RELATION] = DEM_KIND_RELATION,   [DEM_TARGET_EVENT] = DEM_KIND_EVENT,
  [DEM_TARGET_CLAIM] = DEM_KIND_CLAIM,         [DEM_TARGET_INFERENCE] = DEM_KIND_INFERENCE,
  [DEM_TARGET_QUESTION] = DEM_KIND_INFERENCE,  [DEM_TARGET_SCENARIO] = DEM_KIND_SCENARIO,
  [DEM_TARGET_STOP] = DEM_KIND_STOP,
};

DemNoteTarget *
dem_note_target_new_for_ref (DemDossier *dossier, DemRef ref)
{
  const DemPlace *place;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  if (dem_ref_is_none (ref))
    return dem_note_target_new (DEM_TARGET_DOSSIER, NULL);
  if (ref.kind == DEM_KIND_PLACE)
    {
      place = dem_dossier_place (dossier, ref.index);
      return dem_note_target_new_place (place->latitude, place->longitude);
    }
  for (guint kind = 0; kind < DEM_N_TARGET_KINDS; kind++)
    if (kinds[kind] == ref.kind)
      return dem_note_target_new (kind, dem_dossier_get_item (dossier, ref)->id);
  g_return_val_if_reached (NULL);
}

/* The step of "STEP/N" and the number, 0 when it is not written so. */
static char *
split_question (const char *text, guint64 *number)
{
  const char *slash = strrchr (text, '/');

  *number = 0;
  if (slash == NULL)
    return g_strdup (text);
  if (!g_ascii_string_to_unsigned (slash + 1, 10, 1, G_MAXUINT, number, NULL))
    *number = 0;
  return g_strndup (text, (gsize) (slash - text));
}

DemRef
dem_note_target_resolve (const DemNoteTarget *self, DemDossier *dossier)
{
  g_autofree char *step = NULL;
  guint64 number;
  DemRef ref;

  g_return_val_if_fail (self != NULL && DEM_IS_DOSSIER (dossier), DEM_REF_NONE);

  if (kinds[self->kind] == DEM_KIND_NONE)
    return DEM_REF_NONE;
  if (self->kind == DEM_TARGET_QUESTION)
    step = split_question (self->text, &number);
  ref = dem_dossier_find (dossier, step != NULL ? step : self->text);
  return ref.kind == kinds[self->kind] ? ref : DEM_REF_NONE;
}

gboolean
dem_note_target_exists (const DemNoteTarget *self, DemDossier *dossier)
{
  g_return_val_if_fail (self != NULL && DEM_IS_DOSSIER (dossier), FALSE);

  switch (self->kind)
    {
    case DEM_TARGET_DOSSIER:
    case DEM_TARGET_TIME:
    case DEM_TARGET_PLACE:
      return TRUE;
    default:
      return !dem_ref_is_none (dem_note_target_resolve (self, dossier));
    }
}

gboolean
dem_note_target_get_place (const DemNoteTarget *self, double *latitude, double *longitude)
{
  char *comma, *end;

  g_return_val_if_fail (self != NULL && latitude != NULL && longitude != NULL, FALSE);

  if (self->kind != DEM_TARGET_PLACE)
    return FALSE;
  *latitude = g_ascii_strtod (self->text, &comma);
  if (comma == self->text || *comma != ',')
    return FALSE;
  *longitude = g_ascii_strtod (comma + 1, &end);
  return end != comma + 1 && *end == '\0' && fabs (*latitude) <= 90 && fabs (*longitude) <= 180;
}

gboolean
dem_note_target_get_when (const DemNoteTarget *self, DemDossier *dossier, DemEdtf *when)
{
  DemRef ref;

  g_return_val_if_fail (self != NULL && DEM_IS_DOSSIER (dossier) && when != NULL, FALSE);

  if (self->kind == DEM_TARGET_TIME)
    return dem_edtf_parse (self->text, when, NULL);
  ref = dem_note_target_resolve (self, dossier);
  if (dem_ref_is_none (ref) || self->kind == DEM_TARGET_QUESTION)
    return FALSE;
  *when = *dem_dossier_when (dossier, ref);
  return dem_edtf_is_dated (when);
}

/* ---- Names ---- */

static char *
name_period (const DemNoteTarget *self)
{
  DemEdtf when;

  if (!dem_edtf_parse (self->text, &when, NULL))
    return g_strdup (self->text);
  if ((when.flags & DEM_EDTF_INTERVAL) != 0 && when.start_min == when.start_max && when.end_min == when.end_max)
    return dem_period_format ((DemPeriod){ when.start_min, when.end_max });
  return dem_edtf_format (&when);
}

static char *
name_place (const DemNoteTarget *self)
{
  double latitude, longitude;

  if (!dem_note_target_get_place (self, &latitude, &longitude))
    return g_strdup (self->text);
  /* Translators: a place on the map, in degrees. */
  return g_strdup_printf (_ ("%.1f° %s %.1f° %s"), fabs (latitude), latitude < 0 ? C_ ("latitude", "S") : C_ ("latitude", "N"),
                          fabs (longitude), longitude < 0 ? C_ ("longitude", "W") : C_ ("longitude", "E"));
}

static char *
name_question (const DemNoteTarget *self, DemDossier *dossier, DemRef ref)
{
  g_autofree char *name = dem_dossier_dup_name (dossier, ref);
  g_autofree char *step = NULL;
  guint64 number;

  step = split_question (self->text, &number);
  /* Translators: a critical question, by its number, and the step of an argument that it is asked of. */
  return g_strdup_printf (_ ("Question %u: %s"), (guint) number, name);
}

char *
dem_note_target_dup_name (const DemNoteTarget *self, DemDossier *dossier)
{
  DemRef ref;

  g_return_val_if_fail (self != NULL && DEM_IS_DOSSIER (dossier), NULL);

  if (self->kind == DEM_TARGET_DOSSIER)
    return g_strdup (dem_dossier_get_title (dossier));
  if (self->kind == DEM_TARGET_TIME)
    return name_period (self);
  if (self->kind == DEM_TARGET_PLACE)
    return name_place (self);
  ref = dem_note_target_resolve (self, dossier);
  if (dem_ref_is_none (ref))
    return g_strdup (self->text);
  if (self->kind == DEM_TARGET_QUESTION)
    return name_question (self, dossier, ref);
  return dem_dossier_dup_name (dossier, ref);
}

const char *
dem_target_kind_get_word (DemTargetKind kind)
{
  static const char *const words[DEM_N_TARGET_KINDS] = {
    [DEM_TARGET_DOSSIER] = N_ ("Dossier"),       [DEM_TARGET_SOURCE] = N_ ("Source"),
    [DEM_TARGET_PARAGRAPH] = N_ ("Paragraph"),   [DEM_TARGET_ACTOR] = N_ ("Actor"),
    [DEM_TARGET_PAIR] = N_ ("Relation"),         [DEM_TARGET_RELATION] = N_ ("Phase"),
    [DEM_TARGET_EVENT] = N_ ("Event"),           [DEM_TARGET_CLAIM] = N_ ("Claim"),
    [DEM_TARGET_INFERENCE] = N_ ("Inference"),     [DEM_TARGET_QUESTION] = N_ ("Question"),
    [DEM_TARGET_SCENARIO] = N_ ("Scenario"),     [DEM_TARGET_STOP] = N_ ("Stop"),
    [DEM_TARGET_TIME] = N_ ("Time"),             [DEM_TARGET_PLACE] = N_ ("Place"),
    [DEM_TARGET_QUOTE] = N_ ("Passage"),         [DEM_TARGET_UNKNOWN] = N_ ("Something else"),
  };

  g_return_val_if_fail (kind < DEM_N_TARGET_KINDS, NULL);

  return _ (words[kind]);
}
