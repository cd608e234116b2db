/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many columns have a width of their own; all further ones are as wide as the last. */
#define DEM_ARGUMENT_WIDTHS 4

/* For boxes and steps: none. */
#define DEM_ARGUMENT_NONE G_MAXUINT

/**
 * DemArgumentMetrics: what the picture is measured in, any one unit.
 * @widths: of the columns
 * @gap: between columns
 * @pitch: the least distance between the tops of two boxes in a column
 * @spacing: the least space between two boxes in a column
 * @apart: further space between boxes that are reasons for different claims
 * @row: how wide a row of boxes that stand alone may be; at least one fits
 */
typedef struct
{
  double widths[DEM_ARGUMENT_WIDTHS];
  double gap;
  double pitch;
  double spacing;
  double apart;
  double row;
} DemArgumentMetrics;

/**
 * DemArgumentBox: a claim that is to have a place.
 * @height: of the box
 * @below: room that is kept free under it
 * @stands_alone: it goes into the rows at the end
 */
typedef struct
{
  double height;
  double below;
  gboolean stands_alone;
} DemArgumentBox;

/**
 * DemArgumentStep: an inference that is to be drawn.
 * @to_box: the box it leads to, or DEM_ARGUMENT_NONE when it leads to a step
 * @to_step: that step
 * @root: the box that it leads to in the end
 * @first: (and @n_from): its premises, boxes, in the plan's one array of them
 */
typedef struct
{
  guint to_box;
  guint to_step;
  guint root;
  guint first;
  guint n_from;
} DemArgumentStep;

/**
 * DemArgumentPlan:
 *
 * The boxes and connectors of an argument map, as numbers only: what a layout is made from. Filled by one
 * thread, then unchanged and safe for any; reference counted.
 */
typedef struct _DemArgumentPlan DemArgumentPlan;

DemArgumentPlan *dem_argument_plan_new (const DemArgumentMetrics *metrics);
DemArgumentPlan *dem_argument_plan_ref (DemArgumentPlan *self);
void dem_argument_plan_unref (DemArgumentPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemArgumentPlan, dem_argument_plan_unref)

/* Each returns the index of what was added. What a step speaks of is there already. */
guint dem_argument_plan_add_box (DemArgumentPlan *self, const DemArgumentBox *box);
guint dem_argument_plan_add_step_to_box (DemArgumentPlan *self, guint box, const guint *from, guint n_from);
guint dem_argument_plan_add_step_to_step (DemArgumentPlan *self, guint step, const guint *from, guint n_from);

const DemArgumentMetrics *dem_argument_plan_get_metrics (DemArgumentPlan *self);
guint dem_argument_plan_count_boxes (DemArgumentPlan *self);
guint dem_argument_plan_count_steps (DemArgumentPlan *self);
guint dem_argument_plan_count_premises (DemArgumentPlan *self);
const DemArgumentBox *dem_argument_plan_get_box (DemArgumentPlan *self, guint box);
const DemArgumentStep *dem_argument_plan_get_step (DemArgumentPlan *self, guint step);

/* A premise of any step, by its place in the one array: a box. */
guint dem_argument_plan_get_premise (DemArgumentPlan *self, guint premise);

/* The width of a column. */
double dem_argument_plan_get_width (DemArgumentPlan *self, guint column);

G_END_DECLS
