/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_view_private.h"

#include "ui/common/canvas_menu.h"
#include "ui/common/menu_focus.h"
#include "ui/map/perspective_menu.h"

#define NEAREST 4.0
#define MOST_FORMER 16

G_DEFINE_FINAL_TYPE (DemNetworkView, dem_network_view, DEM_TYPE_FLAT_STAGE)

/* ---- Layouts ---- */

static void
cancel_layout (DemNetworkView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->awaited, dem_network_content_unref);
}

static void
drop_content (DemNetworkView *self)
{
  cancel_layout (self);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->content, dem_network_content_unref);
  g_clear_pointer (&self->layout, dem_network_layout_unref);
  g_clear_pointer (&self->before_drag, dem_network_layout_unref);
  g_ptr_array_set_size (self->former, 0);
  g_clear_pointer (&self->world, dem_map_world_unref);
}

/* Who comes or goes or stands otherwise does so softly. */
static void
fade (DemNetworkView *self, DemNetworkContent *next)
{
  if (self->content != NULL && self->held == NULL && !dem_network_content_looks_like (self->content, next))
    dem_stage_fade (DEM_STAGE (self));
}

void
dem_network_view_remember (DemNetworkView *self, DemNetworkLayout *layout)
{
  if (self->former->len == MOST_FORMER)
    g_ptr_array_remove_index (self->former, 0);
  g_ptr_array_add (self->former, dem_network_layout_ref (layout));
}

/* Where all stood when there were the same actors and pins: who takes something back finds everything where it was, which
 * another arrangement, begun from how things are now, would not promise. (nullable) (transfer none) */
static DemNetworkLayout *
find_former (DemNetworkView *self, DemNetworkGraph *graph)
{
  for (guint i = self->former->len; i > 0; i--)
    if (dem_network_graph_equal (dem_network_layout_get_graph (self->former->pdata[i - 1]), graph))
      return self->former->pdata[i - 1];
  return NULL;
}

static void
take_layout (DemNetworkView *self, DemNetworkContent *content, DemNetworkLayout *layout)
{
  fade (self, content);
  dem_network_layout_ref (layout);
  if (self->layout != NULL)
    dem_network_view_remember (self, self->layout);
  g_clear_pointer (&self->content, dem_network_content_unref);
  g_clear_pointer (&self->layout, dem_network_layout_unref);
  self->content = dem_network_content_ref (content);
  self->layout = layout;
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer data)
{
  DemNetworkView *self = data;
  g_autoptr (DemNetworkLayout) layout = dem_network_layout_new_finish (result, NULL);

  if (layout != NULL && self->awaited != NULL
      && dem_network_content_get_graph (self->awaited) == dem_network_layout_get_graph (layout))
    {
      take_layout (self, self->awaited, layout);
      cancel_layout (self);
      dem_canvas_invalidate (DEM_CANVAS (self));
    }
  g_object_unref (self);
}

/* Who is there and where: at once if nobody has to be moved, else as soon as a worker has found out. */
static void
adopt (DemNetworkView *self, DemNetworkContent *content)
{
  DemNetworkGraph *graph = dem_network_content_get_graph (content);
  DemNetworkLayout *former;

  if (self->layout != NULL && !self->afresh
      && dem_network_graph_equal (dem_network_layout_get_graph (self->layout), graph))
    {
      cancel_layout (self);
      fade (self, content);
      g_clear_pointer (&self->content, dem_network_content_unref);
      self->content = dem_network_content_ref (content);
      return;
    }
  cancel_layout (self);
  former = self->afresh ? NULL : find_former (self, graph);
  if (former != NULL)
    {
      take_layout (self, content, former);
      return;
    }
  self->awaited = dem_network_content_ref (content);
  self->cancellable = g_cancellable_new ();
  dem_network_layout_new_async (graph, self->afresh ? NULL : self->layout, self->cancellable, on_laid_out,
                                g_object_ref (self));
  self->afresh = FALSE;
}

gboolean
dem_network_view_is_settled (DemNetworkView *self)
{
  g_return_val_if_fail (DEM_IS_NETWORK_VIEW (self), FALSE);

  return self->layout != NULL && self->awaited == NULL && !self->stale;
}

/* ---- The scene ---- */

static void
gather (DemNetworkView *self, const DemSceneInput *input)
{
  g_autoptr (DemNetworkContent) content = NULL;

  if (self->world == NULL)
    self->world = dem_map_world_new (input->dossier, FALSE, 1.0);
  content = dem_network_content_new (input, self->notebook, self->world);
  dem_network_graph_set_aspect (dem_network_content_get_graph (content),
                                dem_network_get_aspect (input->pango, input->width, input->height));
  self->stale = FALSE;
  adopt (self, content);
}

static DemScene *
dem_network_view_create_scene (DemCanvas *canvas, const DemSceneInput *input)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (canvas);
  DemNetworkContent *content = self->content;

  if (self->awaited != NULL ? !dem_network_content_is_current (self->awaited, input)
                            : content == NULL || !dem_network_content_is_current (content, input))
    self->stale = TRUE;
  if (self->stale && self->held == NULL)
    gather (self, input);
  content = self->content != NULL ? self->content : self->awaited;
  g_clear_object (&self->scene);
  self->scene = dem_network_scene_new_for_view (
      content, self->content != NULL ? self->layout : NULL, input->width, input->height,
      dem_stage_get_camera (DEM_STAGE (self)), gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  return DEM_SCENE (g_object_ref (self->scene));
}

/* ---- The camera ---- */

static gboolean
dem_network_view_is_ready (DemStage *stage)
{
  return DEM_NETWORK_VIEW (stage)->layout != NULL;
}

static DemStageCamera
dem_network_view_fit (DemFlatStage *stage)
{
  return dem_network_camera_home (DEM_NETWORK_VIEW (stage)->layout,
                                  gtk_widget_get_pango_context (GTK_WIDGET (stage)),
                                  gtk_widget_get_width (GTK_WIDGET (stage)),
                                  gtk_widget_get_height (GTK_WIDGET (stage)));
}

static void
dem_network_view_get_bounds (DemFlatStage *stage, graphene_rect_t *bounds)
{
  double x, y, width, height;

  dem_network_layout_get_bounds (DEM_NETWORK_VIEW (stage)->layout, &x, &y, &width, &height);
  graphene_rect_init (bounds, x, y, width, height);
}

static gboolean
is_settled (DemStage *stage)
{
  return dem_network_view_is_settled (DEM_NETWORK_VIEW (stage));
}

/* Who takes hold of a mark moves it, not the picture. */
static gboolean
dem_network_view_refuses_drag (DemStage *stage, double x, double y)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (stage);

  return self->scene != NULL && self->notebook != NULL
         && dem_network_scene_find_actor (self->scene, x, y) != DEM_NETWORK_NO_NODE;
}

void
dem_network_view_locate (DemNetworkView *self, double *x, double *y)
{
  DemStageCamera camera = dem_stage_get_camera (DEM_STAGE (self));

  *x = camera.x + (*x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0) / camera.zoom;
  *y = camera.y + (*y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0) / camera.zoom;
}

/* ---- The notebook ---- */

static void
update_actions (DemNetworkView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.unpin-all",
                                 self->notebook != NULL && dem_notebook_count_pins (self->notebook) > 0);
}

static void
on_notebook_changed (DemNetworkView *self)
{
  self->stale = TRUE;
  update_actions (self);
  dem_canvas_invalidate (DEM_CANVAS (self));
}

void
dem_network_view_set_notebook (DemNetworkView *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_NETWORK_VIEW (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (self->notebook == notebook)
    return;
  dem_network_view_release (self, FALSE);
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (self->notebook, on_notebook_changed, self);
  g_set_object (&self->notebook, notebook);
  if (notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, G_CONNECT_SWAPPED);
  on_notebook_changed (self);
}

DemNotebook *
dem_network_view_get_notebook (DemNetworkView *self)
{
  g_return_val_if_fail (DEM_IS_NETWORK_VIEW (self), NULL);

  return self->notebook;
}

/* ---- What the canvas asks ---- */

static void
dem_network_view_focus_changed (DemCanvas *canvas, DemFocusChange what)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (canvas);

  dem_network_view_release (self, FALSE);
  if (what & DEM_FOCUS_DOSSIER)
    {
      DemDossier *dossier = dem_focus_get_dossier (dem_canvas_get_focus (canvas));
      DemDossier *shown = self->world != NULL ? dem_map_world_get_dossier (self->world) : NULL;
      gboolean same = dossier != NULL && shown != NULL
                      && g_strcmp0 (dem_dossier_get_id (shown), dem_dossier_get_id (dossier)) == 0;
      g_autoptr (DemNetworkLayout) before = same ? g_steal_pointer (&self->layout) : NULL;
      /* The same dossier, read again, keeps its places. */
      dem_stage_reset_camera (DEM_STAGE (self), !same);
      drop_content (self);
      self->layout = g_steal_pointer (&before);
    }
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION | DEM_FOCUS_SCENARIO | DEM_FOCUS_PERSPECTIVE))
    dem_perspective_menu_fill (self->perspectives, dem_canvas_get_focus (canvas));
  DEM_CANVAS_CLASS (dem_network_view_parent_class)->focus_changed (canvas, what);
}

static void
dem_network_view_fill_card (DemCanvas *canvas, DemRef ref, DemHoverCard *card)
{
  DemScene *scene = dem_canvas_get_scene (canvas);
  if (scene != NULL)
    dem_network_scene_fill_card (DEM_NETWORK_SCENE (scene), ref, card);
}

/* ---- Actions ---- */

static void
on_unpin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (widget);
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (widget));

  if (self->notebook != NULL && self->content != NULL && cursor.kind == DEM_KIND_ACTOR)
    dem_notebook_unpin (self->notebook,
                        dem_dossier_get_item (dem_network_content_get_dossier (self->content), cursor)->id);
}

static void
on_unpin_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (widget);

  if (self->notebook == NULL)
    return;
  /* Whoever asks for the program's own arrangement gets it whole. */
  self->afresh = TRUE;
  dem_notebook_unpin_all (self->notebook);
}

/* ---- The widget ---- */

static void
dem_network_view_dispose (GObject *object)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (object);

  g_clear_pointer (&self->held, g_free);
  drop_content (self);
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (self->notebook, on_notebook_changed, self);
  g_clear_object (&self->notebook);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_NETWORK_VIEW);
  G_OBJECT_CLASS (dem_network_view_parent_class)->dispose (object);
}

static void
dem_network_view_finalize (GObject *object)
{
  g_ptr_array_unref (DEM_NETWORK_VIEW (object)->former);

  G_OBJECT_CLASS (dem_network_view_parent_class)->finalize (object);
}

static void
dem_network_view_class_init (DemNetworkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DemCanvasClass *canvas_class = DEM_CANVAS_CLASS (klass);
  DemStageClass *stage_class = DEM_STAGE_CLASS (klass);
  DemFlatStageClass *flat_class = DEM_FLAT_STAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_network_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_network_view_finalize;
  canvas_class->create_scene = dem_network_view_create_scene;
  canvas_class->fill_menu = dem_perspective_menu_append;
  canvas_class->focus_changed = dem_network_view_focus_changed;
  canvas_class->fill_card = dem_network_view_fill_card;
  stage_class->is_ready = dem_network_view_is_ready;
  stage_class->is_settled = is_settled;
  stage_class->refuses_drag = dem_network_view_refuses_drag;
  flat_class->fit = dem_network_view_fit;
  flat_class->get_bounds = dem_network_view_get_bounds;
  flat_class->nearest = NEAREST;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/map/network_view.ui");
  gtk_widget_class_bind_template_child (widget_class, DemNetworkView, buttons);
  gtk_widget_class_bind_template_child (widget_class, DemNetworkView, more_button);
  gtk_widget_class_bind_template_child (widget_class, DemNetworkView, perspectives);
  gtk_widget_class_install_action (widget_class, "network.unpin", NULL, on_unpin);
  gtk_widget_class_install_action (widget_class, "network.unpin-all", NULL, on_unpin_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "network.unpin", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "network.unpin", NULL);
}

static void
dem_network_view_init (DemNetworkView *self)
{
  self->former = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_network_layout_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  dem_menu_button_keep_focus (self->more_button);
  dem_stage_set_buttons (DEM_STAGE (self), self->buttons);
  dem_canvas_menu_attach (DEM_CANVAS (self));
  dem_network_view_add_drag (self);
  update_actions (self);
}

GtkWidget *
dem_network_view_new (void)
{
  return g_object_new (DEM_TYPE_NETWORK_VIEW, NULL);
}
