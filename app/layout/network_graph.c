/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/network_graph.h"

#include <math.h>

struct _DemNetworkGraph
{
  GArray *nodes;
  GArray *links;
  GStringChunk *strings;
  double aspect;
};

DemNetworkGraph *
dem_network_graph_new (void)
{
  DemNetworkGraph *self = g_atomic_rc_box_new0 (DemNetworkGraph);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (DemNetworkNode));
  self->links = g_array_new (FALSE, TRUE, sizeof (DemNetworkLink));
  self->strings = g_string_chunk_new (1024);
  self->aspect = 1.6;
  return self;
}

DemNetworkGraph *
dem_network_graph_ref (DemNetworkGraph *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_graph (gpointer data)
{
  DemNetworkGraph *self = data;

  g_array_unref (self->nodes);
  g_array_unref (self->links);
  g_string_chunk_free (self->strings);
}

void
dem_network_graph_unref (DemNetworkGraph *self)
{
  g_atomic_rc_box_release_full (self, free_graph);
}

guint
dem_network_graph_add_node (DemNetworkGraph *self, const DemNetworkNode *node)
{
  DemNetworkNode copy = *node;

  g_return_val_if_fail (node->id != NULL, DEM_NETWORK_NO_NODE);

  copy.id = g_string_chunk_insert (self->strings, node->id);
  g_array_append_val (self->nodes, copy);
  return self->nodes->len - 1;
}

void
dem_network_graph_add_link (DemNetworkGraph *self, guint a, guint b)
{
  DemNetworkLink link = { a, b };

  g_return_if_fail (a < self->nodes->len && b < self->nodes->len);

  g_array_append_val (self->links, link);
}

void
dem_network_graph_set_aspect (DemNetworkGraph *self, double aspect)
{
  g_return_if_fail (aspect > 0);

  self->aspect = aspect;
}

double
dem_network_graph_get_aspect (DemNetworkGraph *self)
{
  return self->aspect;
}

guint
dem_network_graph_count_nodes (DemNetworkGraph *self)
{
  return self->nodes->len;
}

guint
dem_network_graph_count_links (DemNetworkGraph *self)
{
  return self->links->len;
}

const DemNetworkNode *
dem_network_graph_get_nodes (DemNetworkGraph *self)
{
  return (const DemNetworkNode *) (gconstpointer) self->nodes->data;
}

const DemNetworkLink *
dem_network_graph_get_links (DemNetworkGraph *self)
{
  return (const DemNetworkLink *) (gconstpointer) self->links->data;
}

DemNetworkGraph *
dem_network_graph_copy_pinned (DemNetworkGraph *self, guint node, double x, double y)
{
  DemNetworkGraph *copy = dem_network_graph_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    {
      DemNetworkNode at = dem_network_graph_get_nodes (self)[i];
      if (i == node)
        {
          at.pin_x = x;
          at.pin_y = y;
        }
      dem_network_graph_add_node (copy, &at);
    }
  copy->aspect = self->aspect;
  g_array_append_vals (copy->links, self->links->data, self->links->len);
  return copy;
}

static gboolean
is_same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
is_same_node (const DemNetworkNode *a, const DemNetworkNode *b)
{
  return g_str_equal (a->id, b->id) && a->head == b->head && is_same (a->width, b->width)
         && is_same (a->above, b->above) && is_same (a->below, b->below) && is_same (a->hint_x, b->hint_x)
         && is_same (a->hint_y, b->hint_y) && is_same (a->pin_x, b->pin_x) && is_same (a->pin_y, b->pin_y);
}

static gboolean
is_same_link (const DemNetworkLink *a, const DemNetworkLink *b)
{
  return a->a == b->a && a->b == b->b;
}

gboolean
dem_network_graph_equal (DemNetworkGraph *a, DemNetworkGraph *b)
{
  if (a->nodes->len != b->nodes->len || a->links->len != b->links->len)
    return FALSE;
  for (guint i = 0; i < a->nodes->len; i++)
    if (!is_same_node (dem_network_graph_get_nodes (a) + i, dem_network_graph_get_nodes (b) + i))
      return FALSE;
  for (guint i = 0; i < a->links->len; i++)
    if (!is_same_link (dem_network_graph_get_links (a) + i, dem_network_graph_get_links (b) + i))
      return FALSE;
  return TRUE;
}
