/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_private.h"

#include <math.h>
#include <string.h>

/* A metre, about. */
#define PLACE_DECIMALS 1e5

G_DEFINE_BOXED_TYPE (DemNoteTarget, dem_note_target, dem_note_target_ref, dem_note_target_unref)

static const char *const names[DEM_N_TARGET_KINDS] = {
  [DEM_TARGET_SOURCE] = "source",       [DEM_TARGET_PARAGRAPH] = "paragraph", [DEM_TARGET_ACTOR] = "actor",
  [DEM_TARGET_PAIR] = "pair",           [DEM_TARGET_RELATION] = "relation",   [DEM_TARGET_EVENT] = "event",
  [DEM_TARGET_CLAIM] = "claim",         [DEM_TARGET_INFERENCE] = "inference", [DEM_TARGET_QUESTION] = "question",
  [DEM_TARGET_SCENARIO] = "scenario",   [DEM_TARGET_STOP] = "stop",           [DEM_TARGET_TIME] = "t",
  [DEM_TARGET_PLACE] = "geo",
};

const char *
dem_target_kind_get_name (DemTargetKind kind)
{
  g_return_val_if_fail (kind < DEM_N_TARGET_KINDS, NULL);

  return names[kind];
}

DemTargetKind
dem_target_kind_find (const char *name, gsize length)
{
  for (guint i = 0; i < DEM_N_TARGET_KINDS; i++)
    if (names[i] != NULL && strlen (names[i]) == length && memcmp (names[i], name, length) == 0)
      return i;
  return DEM_TARGET_UNKNOWN;
}

/* ---- Making ---- */

static void
free_quote (DemQuote *quote)
{
  g_free (quote->exact);
  g_free (quote->prefix);
  g_free (quote->suffix);
  g_free (quote);
}

static DemQuote *
copy_quote (const DemQuote *quote)
{
  DemQuote *copy = g_memdup2 (quote, sizeof *quote);

  copy->exact = g_strdup (quote->exact);
  copy->prefix = g_strdup (quote->prefix);
  copy->suffix = g_strdup (quote->suffix);
  return copy;
}

/* The ids of a pair's actors stand in order. */
static char *
order_pair (const char *text)
{
  const char *plus = strchr (text, '+');
  g_autofree char *a = plus != NULL ? g_strndup (text, (gsize) (plus - text)) : NULL;

  if (plus == NULL || strcmp (a, plus + 1) <= 0)
    return g_strdup (text);
  return g_strdup_printf ("%s+%s", plus + 1, a);
}

static char *
make_key (DemTargetKind kind, const char *text)
{
  if (kind == DEM_TARGET_DOSSIER)
    return g_strdup ("dossier");
  if (kind == DEM_TARGET_UNKNOWN)
    return g_strdup_printf ("unknown=%s", text);
  return g_strdup_printf ("%s=%s", kind == DEM_TARGET_QUOTE ? "quote" : names[kind], text);
}

DemNoteTarget *
dem_note_target_new (DemTargetKind kind, const char *text)
{
  DemNoteTarget *self;

  g_return_val_if_fail (kind < DEM_N_TARGET_KINDS, NULL);
  g_return_val_if_fail (text != NULL || names[kind] == NULL, NULL);

  self = g_new0 (DemNoteTarget, 1);
  g_atomic_ref_count_init (&self->count);
  self->kind = kind;
  self->text = kind == DEM_TARGET_PAIR ? order_pair (text) : g_strdup (text != NULL ? text : "");
  self->key = make_key (kind, self->text);
  return self;
}

DemNoteTarget *
dem_note_target_new_question (const char *inference, guint number)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (inference != NULL && number > 0, NULL);

  text = g_strdup_printf ("%s/%u", inference, number);
  return dem_note_target_new (DEM_TARGET_QUESTION, text);
}

DemNoteTarget *
dem_note_target_new_for_key (const char *key)
{
  const char *equals;
  DemTargetKind kind;

  g_return_val_if_fail (key != NULL, NULL);

  if (g_str_equal (key, "dossier"))
    return dem_note_target_new (DEM_TARGET_DOSSIER, NULL);
  equals = strchr (key, '=');
  kind = equals != NULL ? dem_target_kind_find (key, (gsize) (equals - key)) : DEM_TARGET_UNKNOWN;
  return kind != DEM_TARGET_UNKNOWN && equals[1] != '\0' ? dem_note_target_new (kind, equals + 1) : NULL;
}

static char *
format_degrees (double degrees)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (degrees * PLACE_DECIMALS) / PLACE_DECIMALS;

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", rounded == 0 ? 0 : rounded));
}

DemNoteTarget *
dem_note_target_new_place (double latitude, double longitude)
{
  g_autofree char *north = NULL;
  g_autofree char *east = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (fabs (latitude) <= 90 && fabs (longitude) <= 180, NULL);

  north = format_degrees (latitude);
  east = format_degrees (longitude);
  text = g_strdup_printf ("%s,%s", north, east);
  return dem_note_target_new (DEM_TARGET_PLACE, text);
}

/* As EDTF writes it: four digits, or Y and more. */
static char *
format_day (DemDay day)
{
  DemDate date;

  if (!dem_day_is_finite (day))
    return g_strdup ("..");
  date = dem_day_to_date (day);
  if (ABS (date.year) > 9999)
    return g_strdup_printf ("Y%" G_GINT64_FORMAT, date.year);
  return g_strdup_printf ("%s%04d-%02d-%02d", date.year < 0 ? "-" : "", (int) ABS (date.year), date.month, date.day);
}

DemNoteTarget *
dem_note_target_new_period (DemPeriod period)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (period.first <= period.last, NULL);

  first = format_day (period.first);
  last = format_day (period.last);
  text = period.first == period.last ? g_strdup (first) : g_strdup_printf ("%s/%s", first, last);
  return dem_note_target_new (DEM_TARGET_TIME, text);
}

DemNoteTarget *
dem_note_target_with_quote (const DemNoteTarget *self, const DemQuote *quote)
{
  DemNoteTarget *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (quote == NULL || quote->exact != NULL, NULL);

  copy = dem_note_target_new (self->kind, self->text);
  if (quote != NULL)
    copy->quote = copy_quote (quote);
  return copy;
}

DemNoteTarget *
dem_note_target_ref (const DemNoteTarget *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((DemNoteTarget *) self)->count);
  return (DemNoteTarget *) self;
}

void
dem_note_target_unref (DemNoteTarget *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_free (self->text);
  g_free (self->key);
  g_free (self->json);
  g_clear_pointer (&self->quote, free_quote);
  g_free (self);
}

/* ---- Reading ---- */

DemTargetKind
dem_note_target_get_kind (const DemNoteTarget *self)
{
  g_return_val_if_fail (self != NULL, DEM_TARGET_UNKNOWN);

  return self->kind;
}

const char *
dem_note_target_get_text (const DemNoteTarget *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

const char *
dem_note_target_get_key (const DemNoteTarget *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key;
}

const DemQuote *
dem_note_target_get_quote (const DemNoteTarget *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->quote;
}

static gboolean
quotes_are_equal (const DemQuote *a, const DemQuote *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->exact, b->exact) && g_strcmp0 (a->prefix, b->prefix) == 0
         && g_strcmp0 (a->suffix, b->suffix) == 0 && a->start == b->start && a->end == b->end
         && a->is_doubtful == b->is_doubtful;
}

gboolean
dem_note_target_equal (const DemNoteTarget *a, const DemNoteTarget *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (g_str_equal (a->key, b->key) && quotes_are_equal (a->quote, b->quote)
             && g_strcmp0 (a->json, b->json) == 0);
}
