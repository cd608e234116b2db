/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/boxes.h"

#include <math.h>

#define PUSH_ROUNDS 60
#define SPREAD_ROUNDS 12
#define SPREAD 1.12
#define HAIR 0.01 /* so that boxes that were pushed apart are apart */

gboolean
dem_boxes_overlap (const DemBox *a, const DemBox *b, double gap)
{
  return fabs (a->x - b->x) < (a->width + b->width) / 2 + gap
         && fabs (a->y - b->y) < (a->height + b->height) / 2 + gap;
}

static int
compare_left (gconstpointer a, gconstpointer b, gpointer data)
{
  const DemBox *boxes = data, *x = &boxes[*(const guint *) a], *y = &boxes[*(const guint *) b];
  double left = x->x - x->width / 2, other = y->x - y->width / 2;

  if (left != other)
    return left < other ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static void
sort_by_left (guint *order, DemBox *boxes, guint n)
{
  g_qsort_with_data (order, (int) n, sizeof *order, compare_left, boxes);
}

/* Along the axis on which less is to be done; two in the same place part sideways. */
static void
push (DemBox *a, DemBox *b, double gap)
{
  double dx = b->x - a->x, dy = b->y - a->y;
  double deep_x = (a->width + b->width) / 2 + gap - fabs (dx) + HAIR;
  double deep_y = (a->height + b->height) / 2 + gap - fabs (dy) + HAIR;
  double share = a->fixed ? 0 : b->fixed ? 1 : 0.5;

  if (a->fixed && b->fixed)
    return;
  if (deep_x <= deep_y)
    {
      double step = dx < 0 ? -deep_x : deep_x;
      a->x -= step * share;
      b->x += step * (1 - share);
    }
  else
    {
      double step = dy < 0 ? -deep_y : deep_y;
      a->y -= step * share;
      b->y += step * (1 - share);
    }
}

/* One pass over all pairs, from left to right. FALSE when none had to be pushed. */
static gboolean
push_all (DemBox *boxes, guint *order, guint n, double gap)
{
  gboolean pushed = FALSE;

  sort_by_left (order, boxes, n);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        DemBox *a = &boxes[order[i]], *b = &boxes[order[j]];
        if (b->x - b->width / 2 - (a->x + a->width / 2) > gap + a->width)
          break;
        if (dem_boxes_overlap (a, b, gap) && !(a->fixed && b->fixed))
          {
            push (a, b, gap);
            pushed = TRUE;
          }
      }
  return pushed;
}

static void
spread (DemBox *boxes, guint n)
{
  double x = 0, y = 0;

  for (guint i = 0; i < n; i++)
    {
      x += boxes[i].x / n;
      y += boxes[i].y / n;
    }
  for (guint i = 0; i < n; i++)
    if (!boxes[i].fixed)
      {
        boxes[i].x = x + (boxes[i].x - x) * SPREAD;
        boxes[i].y = y + (boxes[i].y - y) * SPREAD;
      }
}

static gboolean
is_free (const DemBox *boxes, const gboolean *settled, guint n, const DemBox *box, double gap)
{
  for (guint i = 0; i < n; i++)
    if (settled[i] && dem_boxes_overlap (&boxes[i], box, gap))
      return FALSE;
  return TRUE;
}

/* What still sticks between others goes to the nearest free place, on a widening spiral. */
static void
settle (DemBox *boxes, guint n, double gap)
{
  g_autofree gboolean *settled = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    settled[i] = boxes[i].fixed;
  for (guint i = 0; i < n; i++)
    {
      DemBox at = boxes[i];
      double step = MIN (at.width, at.height) / 2 + gap + 1;

      for (guint k = 1; !at.fixed && !is_free (boxes, settled, n, &at, gap); k++)
        {
          double turn = 2.4 * k, far = step * sqrt (k);
          at.x = boxes[i].x + far * cos (turn);
          at.y = boxes[i].y + far * sin (turn);
        }
      boxes[i] = at;
      settled[i] = TRUE;
    }
}

void
dem_boxes_separate (DemBox *boxes, guint n, double gap)
{
  g_autofree guint *order = g_new (guint, MAX (n, 1));

  g_return_if_fail (n == 0 || boxes != NULL);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = 0; i < SPREAD_ROUNDS; i++)
    {
      for (guint j = 0; j < PUSH_ROUNDS; j++)
        if (!push_all (boxes, order, n, gap))
          return;
      spread (boxes, n);
    }
  settle (boxes, n, gap);
}

static double
get_shelf_width (const DemBox *boxes, guint n, double gap, double aspect)
{
  double area = 0, widest = 0;

  for (guint i = 0; i < n; i++)
    {
      area += (boxes[i].width + gap) * (boxes[i].height + gap);
      widest = MAX (widest, boxes[i].width);
    }
  return MAX (widest, sqrt (area * aspect));
}

void
dem_boxes_shelve (DemBox *boxes, guint n, double gap, double aspect)
{
  double room = get_shelf_width (boxes, n, gap, aspect);
  double x = 0, y = 0, height = 0;

  for (guint i = 0; i < n; i++)
    {
      if (x > 0 && x + boxes[i].width > room)
        {
          x = 0;
          y += height + gap + HAIR;
          height = 0;
        }
      if (!boxes[i].fixed)
        {
          boxes[i].x = x + boxes[i].width / 2;
          boxes[i].y = y + boxes[i].height / 2;
        }
      x += boxes[i].width + gap + HAIR;
      height = MAX (height, boxes[i].height);
    }
}
