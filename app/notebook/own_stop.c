/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/own_stop.h"

#include <math.h>
#include <string.h>

static const char *const text_names[DEM_N_STOP_TEXTS] = { "kicker", "headline", "text", "notes" };

const char *
dem_stop_text_get_name (DemStopText which)
{
  g_return_val_if_fail (which < DEM_N_STOP_TEXTS, NULL);

  return text_names[which];
}

static gboolean
numbers_equal (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
lists_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return (a == NULL || *a == NULL) && (b == NULL || *b == NULL);
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/* ---- What is shown ---- */

DemShot *
dem_shot_new (DemStageKind stage)
{
  DemShot *self = g_atomic_rc_box_new0 (DemShot);

  self->stage = stage;
  self->latitude = self->longitude = self->zoom = NAN;
  return self;
}

DemShot *
dem_shot_ref (DemShot *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_shot (gpointer data)
{
  DemShot *self = data;

  g_strfreev (self->select);
  g_strfreev (self->fit);
  g_free (self->window);
  g_free (self->scenario);
  g_free (self->perspective);
}

void
dem_shot_unref (DemShot *self)
{
  g_atomic_rc_box_release_full (self, clear_shot);
}

gboolean
dem_shot_equal (const DemShot *a, const DemShot *b)
{
  if (a == NULL || b == NULL || a == b)
    return a == b;
  return a->stage == b->stage && lists_equal (a->select, b->select) && lists_equal (a->fit, b->fit)
         && g_strcmp0 (a->window, b->window) == 0 && g_strcmp0 (a->scenario, b->scenario) == 0
         && g_strcmp0 (a->perspective, b->perspective) == 0 && numbers_equal (a->latitude, b->latitude)
         && numbers_equal (a->longitude, b->longitude) && numbers_equal (a->zoom, b->zoom);
}

/* ---- What is drawn ---- */

DemStroke *
dem_stroke_new (double width, const double *points, guint n_points)
{
  DemStroke *self = g_new (DemStroke, 1);

  self->width = width;
  self->n_points = n_points;
  self->points = g_memdup2 (points, sizeof *points * 2 * n_points);
  return self;
}

void
dem_stroke_free (DemStroke *self)
{
  g_free (self->points);
  g_free (self);
}

static gboolean
strokes_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return (a != NULL ? a->len : 0) == (b != NULL ? b->len : 0);
  for (guint i = 0; i < a->len; i++)
    {
      const DemStroke *here = a->pdata[i], *there = b->pdata[i];

      if (here->width != there->width || here->n_points != there->n_points
          || memcmp (here->points, there->points, sizeof (double) * 2 * here->n_points) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
free_stroke (gpointer data)
{
  dem_stroke_free (data);
}

/* ---- The stop ---- */

DemOwnStop *
dem_own_stop_new (const char *id)
{
  DemOwnStop *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_atomic_rc_box_new0 (DemOwnStop);
  self->id = g_strdup (id);
  self->minutes = NAN;
  return self;
}

DemOwnStop *
dem_own_stop_copy (const DemOwnStop *self)
{
  DemOwnStop *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dem_own_stop_new (self->id);
  copy->is_hidden = self->is_hidden;
  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  copy->minutes = self->minutes;
  copy->shot = self->shot != NULL ? dem_shot_ref (self->shot) : NULL;
  for (guint i = 0; self->strokes != NULL && i < self->strokes->len; i++)
    dem_own_stop_add_stroke (copy, self->strokes->pdata[i]);
  copy->others = g_strdup (self->others);
  return copy;
}

DemOwnStop *
dem_own_stop_ref (DemOwnStop *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_own_stop (gpointer data)
{
  DemOwnStop *self = data;

  g_free (self->id);
  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->shot, dem_shot_unref);
  g_clear_pointer (&self->strokes, g_ptr_array_unref);
  g_free (self->others);
}

void
dem_own_stop_unref (DemOwnStop *self)
{
  g_atomic_rc_box_release_full (self, clear_own_stop);
}

static gboolean
texts_equal (const DemOwnStop *a, const DemOwnStop *b)
{
  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      return FALSE;
  return TRUE;
}

gboolean
dem_own_stop_equal (const DemOwnStop *a, const DemOwnStop *b)
{
  if (a == NULL || b == NULL || a == b)
    return a == b;
  return g_str_equal (a->id, b->id) && a->is_hidden == b->is_hidden && texts_equal (a, b)
         && numbers_equal (a->minutes, b->minutes) && dem_shot_equal (a->shot, b->shot)
         && strokes_equal (a->strokes, b->strokes) && g_strcmp0 (a->others, b->others) == 0;
}

gboolean
dem_own_stop_is_empty (const DemOwnStop *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    if (self->texts[i] != NULL)
      return FALSE;
  return !self->is_hidden && isnan (self->minutes) && self->shot == NULL && self->others == NULL
         && (self->strokes == NULL || self->strokes->len == 0);
}

void
dem_own_stop_set_text (DemOwnStop *self, DemStopText which, const char *text)
{
  char *copy = g_strdup (text);

  g_return_if_fail (which < DEM_N_STOP_TEXTS);

  g_free (self->texts[which]);
  self->texts[which] = copy;
}

void
dem_own_stop_set_shot (DemOwnStop *self, DemShot *shot)
{
  DemShot *before = self->shot;

  self->shot = shot != NULL ? dem_shot_ref (shot) : NULL;
  g_clear_pointer (&before, dem_shot_unref);
}

void
dem_own_stop_add_stroke (DemOwnStop *self, const DemStroke *stroke)
{
  if (self->strokes == NULL)
    self->strokes = g_ptr_array_new_with_free_func (free_stroke);
  g_ptr_array_add (self->strokes, dem_stroke_new (stroke->width, stroke->points, stroke->n_points));
}
