/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/workspace_private.h"

#include "ui/argument/argument_map_view.h"
#include "ui/argument/claims_table.h"
#include "ui/map/map_view.h"
#include "ui/map/network_view.h"

/* The views that stand on the stage by turns. Each is made when it is first seen: a program that starts with the map
 * need not make, style and fill the others. */
typedef struct
{
  const char *name;
  GtkWidget *(*make) (void);
} Stage;

static const Stage stages[DEM_WORKSPACE_N_STAGES] = {
  { "map", dem_map_view_new },
  { "network", dem_network_view_new },
  { "argument", dem_argument_map_view_new },
  { "table", dem_claims_table_new },
};

static const Stage *
find_stage (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_strcmp0 (stages[i].name, name) == 0)
      return &stages[i];
  return NULL;
}

static void
give_focus (DemWorkspace *self, GtkWidget *view)
{
  if (self->focus == NULL)
    return;
  if (DEM_IS_CLAIMS_TABLE (view))
    dem_claims_table_set_focus (DEM_CLAIMS_TABLE (view), self->focus);
  else
    dem_canvas_set_focus (DEM_CANVAS (view), self->focus);
}

static void
give_evaluator (DemWorkspace *self, GtkWidget *view)
{
  if (DEM_IS_CLAIMS_TABLE (view))
    dem_claims_table_set_evaluator (DEM_CLAIMS_TABLE (view), self->evaluator);
  else if (DEM_IS_ARGUMENT_MAP_VIEW (view))
    dem_argument_map_view_set_evaluator (DEM_ARGUMENT_MAP_VIEW (view), self->evaluator);
}

static void
give_notebook (DemWorkspace *self, GtkWidget *view)
{
  if (DEM_IS_CANVAS (view))
    dem_canvas_set_note_marks (DEM_CANVAS (view), self->note_marks);
  if (DEM_IS_CLAIMS_TABLE (view))
    dem_claims_table_set_notebook (DEM_CLAIMS_TABLE (view), self->notebook);
  else if (DEM_IS_NETWORK_VIEW (view))
    dem_network_view_set_notebook (DEM_NETWORK_VIEW (view), self->notebook);
  else if (DEM_IS_ARGUMENT_MAP_VIEW (view))
    dem_argument_map_view_set_notebook (DEM_ARGUMENT_MAP_VIEW (view), self->notebook);
}

GtkWidget *
dem_workspace_ensure_view (DemWorkspace *self, const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->actors, name);
  const Stage *stage = find_stage (name);

  if (view != NULL || stage == NULL)
    return view;
  view = stage->make ();
  give_focus (self, view);
  give_evaluator (self, view);
  give_notebook (self, view);
  gtk_stack_add_named (self->actors, view, name);
  return view;
}

void
dem_workspace_list_views (DemWorkspace *self, GtkWidget *views[DEM_WORKSPACE_N_STAGES])
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    views[i] = gtk_stack_get_child_by_name (self->actors, stages[i].name);
}

static void
give_all (DemWorkspace *self, void (*give) (DemWorkspace *self, GtkWidget *view))
{
  GtkWidget *views[DEM_WORKSPACE_N_STAGES];

  dem_workspace_list_views (self, views);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] != NULL)
      give (self, views[i]);
}

void
dem_workspace_give_focus (DemWorkspace *self)
{
  give_all (self, give_focus);
}

void
dem_workspace_give_evaluator (DemWorkspace *self)
{
  give_all (self, give_evaluator);
}

void
dem_workspace_give_notebook (DemWorkspace *self)
{
  give_all (self, give_notebook);
}
