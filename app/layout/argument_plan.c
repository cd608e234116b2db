/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/argument_plan.h"

struct _DemArgumentPlan
{
  gatomicrefcount references;
  DemArgumentMetrics metrics;
  GArray *boxes;    /* DemArgumentBox */
  GArray *steps;    /* DemArgumentStep */
  GArray *premises; /* guint */
};

DemArgumentPlan *
dem_argument_plan_new (const DemArgumentMetrics *metrics)
{
  DemArgumentPlan *self = g_new (DemArgumentPlan, 1);

  g_atomic_ref_count_init (&self->references);
  self->metrics = *metrics;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (DemArgumentBox));
  self->steps = g_array_new (FALSE, FALSE, sizeof (DemArgumentStep));
  self->premises = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

DemArgumentPlan *
dem_argument_plan_ref (DemArgumentPlan *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_argument_plan_unref (DemArgumentPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->boxes);
  g_array_unref (self->steps);
  g_array_unref (self->premises);
  g_free (self);
}

guint
dem_argument_plan_add_box (DemArgumentPlan *self, const DemArgumentBox *box)
{
  g_array_append_val (self->boxes, *box);
  return self->boxes->len - 1;
}

static guint
add_step (DemArgumentPlan *self, DemArgumentStep step, const guint *from)
{
  step.first = self->premises->len;
  for (guint i = 0; i < step.n_from; i++)
    g_assert (from[i] < self->boxes->len);
  if (step.n_from > 0)
    g_array_append_vals (self->premises, from, step.n_from);
  g_array_append_val (self->steps, step);
  return self->steps->len - 1;
}

guint
dem_argument_plan_add_step_to_box (DemArgumentPlan *self, guint box, const guint *from, guint n_from)
{
  g_return_val_if_fail (box < self->boxes->len, DEM_ARGUMENT_NONE);

  return add_step (self, (DemArgumentStep){ box, DEM_ARGUMENT_NONE, box, 0, n_from }, from);
}

guint
dem_argument_plan_add_step_to_step (DemArgumentPlan *self, guint step, const guint *from, guint n_from)
{
  g_return_val_if_fail (step < self->steps->len, DEM_ARGUMENT_NONE);

  return add_step (self,
                   (DemArgumentStep){ DEM_ARGUMENT_NONE, step, dem_argument_plan_get_step (self, step)->root,
                                      0, n_from },
                   from);
}

const DemArgumentMetrics *
dem_argument_plan_get_metrics (DemArgumentPlan *self)
{
  return &self->metrics;
}

guint
dem_argument_plan_count_boxes (DemArgumentPlan *self)
{
  return self->boxes->len;
}

guint
dem_argument_plan_count_steps (DemArgumentPlan *self)
{
  return self->steps->len;
}

guint
dem_argument_plan_count_premises (DemArgumentPlan *self)
{
  return self->premises->len;
}

const DemArgumentBox *
dem_argument_plan_get_box (DemArgumentPlan *self, guint box)
{
  return &g_array_index (self->boxes, DemArgumentBox, box);
}

const DemArgumentStep *
dem_argument_plan_get_step (DemArgumentPlan *self, guint step)
{
  return &g_array_index (self->steps, DemArgumentStep, step);
}

guint
dem_argument_plan_get_premise (DemArgumentPlan *self, guint premise)
{
  return g_array_index (self->premises, guint, premise);
}

double
dem_argument_plan_get_width (DemArgumentPlan *self, guint column)
{
  return self->metrics.widths[MIN (column, DEM_ARGUMENT_WIDTHS - 1)];
}
