/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/workspace_private.h"

#include "ui/argument/argument_page.h"
#include "ui/common/stage.h"
#include "ui/details/details_page.h"
#include "ui/notes/notes_page.h"
#include "ui/timeline/timeline_view.h"
#include "ui/window/sheet.h"
#include "ui/window/split_handle.h"

#define SIDEBAR_DEFAULT 420
#define SIDEBAR_MINIMUM 360
#define SIDEBAR_MAXIMUM 1200
#define TIMELINE_DEFAULT 362
#define TIMELINE_MINIMUM DEM_WORKSPACE_TIMELINE_LEAST
#define WINDOW_MINIMUM 360
#define SHEET_COMPACT 150

G_DEFINE_FINAL_TYPE (DemWorkspace, dem_workspace, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR_WIDTH,
  PROP_TIMELINE_HEIGHT,
  PROP_SIDEBAR_SHOWN,
  PROP_WIDTH_CLASS,
  PROP_STAGE,
  PROP_CHOSEN_STAGE,
  PROP_PERSPECTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
on_arrange (gpointer data)
{
  DemWorkspace *self = data;
  DemWidthClass width_class = dem_workspace_classify_width (gtk_widget_get_width (GTK_WIDGET (self)));

  self->arrangement = 0;
  self->height = gtk_widget_get_height (GTK_WIDGET (self));
  dem_sheet_set_heights (DEM_SHEET (self->sheet), MIN (SHEET_COMPACT, self->height / 5), self->height / 2);
  if (self->width_class != width_class)
    {
      self->width_class = width_class;
      dem_workspace_arrange (self);
      dem_workspace_update_sheet (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH_CLASS]);
    }
  return G_SOURCE_REMOVE;
}

static void
show_stage (DemWorkspace *self, const char *name)
{
  GtkWidget *view = dem_workspace_ensure_view (self, name);

  if (g_str_equal (dem_workspace_get_stage (self), name))
    return;
  /* Actors go from map to network and back; claims are nowhere in either. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->actors)) && !dem_workspace_shows_argument (self)
      && !dem_workspace_is_argument (name))
    dem_stage_arrive_from (DEM_STAGE (view), DEM_STAGE (gtk_stack_get_visible_child (self->actors)));
  gtk_stack_set_visible_child_name (self->actors, name);
  /* The timeline has another height under the argument. */
  self->paned_height = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

static gboolean
has_places (DemDossier *dossier)
{
  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_ACTOR); i++)
    if (dem_dossier_actor (dossier, i)->place != DEM_NO_INDEX)
      return TRUE;
  return FALSE;
}

/* Actors without any place have no map; the network says so. That is not what the reader chose: with the next
 * dossier his choice comes back. */
static void
choose_stage (DemWorkspace *self, DemDossier *dossier)
{
  const char *stage = self->chosen_stage != NULL ? self->chosen_stage : "map";

  if (dossier == NULL)
    return;
  if (g_str_equal (stage, "map") && dem_dossier_count (dossier, DEM_KIND_ACTOR) > 0 && !has_places (dossier))
    stage = "network";
  show_stage (self, stage);
}

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, DemWorkspace *self)
{
  g_assert (DEM_IS_WORKSPACE (self));

  if (what & DEM_FOCUS_DOSSIER)
    choose_stage (self, dem_focus_get_dossier (focus));

  if (what & DEM_FOCUS_PERSPECTIVE)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSPECTIVE]);
      if (dem_focus_get_perspective (focus) != DEM_NO_INDEX)
        adw_view_stack_set_visible_child_name (self->pages, "details");
    }
  dem_workspace_tell_details (self, what);
}

static void
on_page_changed (AdwViewStack *pages, GParamSpec *pspec, DemWorkspace *self)
{
  g_assert (DEM_IS_WORKSPACE (self));

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (pages), "details") == 0)
    dem_workspace_update_news (self);
}

static void
on_stage_changed (AdwViewStack *stages, GParamSpec *pspec, DemWorkspace *self)
{
  g_assert (DEM_IS_WORKSPACE (self));

  if (self->sheet != NULL)
    dem_workspace_arrange_stage (self);
}

static void
on_reveal_flap (AdwFlap *flap, GParamSpec *pspec, DemWorkspace *self)
{
  g_assert (DEM_IS_WORKSPACE (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

static void
set_sidebar_width (DemWorkspace *self, int width)
{
  width = CLAMP (width, SIDEBAR_MINIMUM, SIDEBAR_MAXIMUM);
  if (self->sidebar_width == width)
    return;
  self->sidebar_width = width;
  gtk_widget_set_size_request (self->sidebar, dem_workspace_is_narrow (self) ? -1 : width, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_WIDTH]);
}

/* Never more than what leaves the stage its least width. */
static void
on_handle_moved (DemSplitHandle *handle, double dx, DemWorkspace *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int most = gtk_widget_get_width (GTK_WIDGET (self)) - WINDOW_MINIMUM;

  g_assert (DEM_IS_WORKSPACE (self));

  set_sidebar_width (self, MIN (self->sidebar_width - (int) (rtl ? -dx : dx), most));
}

static void
set_timeline_height (DemWorkspace *self, int height)
{
  height = MAX (height, TIMELINE_MINIMUM);
  if (self->timeline_height == height)
    return;
  self->timeline_height = height;
  self->paned_height = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE_HEIGHT]);
}

/* The divider moved: by us, by a new size of the window, or by the reader, whose wish is remembered. (Where it is narrow
 * the sheet pushes it about.) */
static void
on_paned_position (GtkPaned *paned, GParamSpec *pspec, DemWorkspace *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (paned));

  g_assert (DEM_IS_WORKSPACE (self));

  if (self->arranging || dem_workspace_is_narrow (self) || height != self->paned_height
      || dem_workspace_shows_argument (self))
    return;
  self->timeline_height = MAX (height - gtk_paned_get_position (paned), TIMELINE_MINIMUM);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE_HEIGHT]);
}

static void
dem_workspace_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  DemWorkspace *self = DEM_WORKSPACE (widget);
  int least;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (GTK_WIDGET (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = for_size < 0 ? -1 : MAX (for_size, least);
    }
  gtk_widget_measure (GTK_WIDGET (self->flap), orientation, for_size, minimum, natural, NULL, NULL);

  /* It can always become narrower than it is now, for it arranges itself anew then. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, WINDOW_MINIMUM);
}

static void
dem_workspace_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DemWorkspace *self = DEM_WORKSPACE (widget);
  int least;

  if ((dem_workspace_classify_width (width) != self->width_class || height != self->height) && self->arrangement == 0)
    self->arrangement = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_arrange, self, NULL);

  self->arranging = TRUE;
  dem_workspace_divide_stage (self, height);
  gtk_widget_measure (GTK_WIDGET (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->flap), &(GtkAllocation){ 0, 0, MAX (width, least), height }, baseline);
  self->arranging = FALSE;
}

/* Whose relations are shown, by id; "" for everybody's. */
static const char *
get_perspective (DemWorkspace *self)
{
  guint32 actor = self->focus != NULL ? dem_focus_get_perspective (self->focus) : DEM_NO_INDEX;

  if (actor == DEM_NO_INDEX)
    return "";
  return dem_dossier_actor (dem_focus_get_dossier (self->focus), actor)->item.id;
}

static void
set_perspective (DemWorkspace *self, const char *id)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  DemRef actor = dossier != NULL && id != NULL ? dem_dossier_find (dossier, id) : DEM_REF_NONE;

  if (dossier != NULL)
    dem_focus_set_perspective (self->focus, actor.kind == DEM_KIND_ACTOR ? actor.index : DEM_NO_INDEX);
}

static void
dem_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DemWorkspace *self = DEM_WORKSPACE (object);

  switch (id)
    {
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->sidebar_width);
      break;
    case PROP_TIMELINE_HEIGHT:
      g_value_set_int (value, self->timeline_height);
      break;
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, dem_workspace_get_sidebar_shown (self));
      break;
    case PROP_WIDTH_CLASS:
      g_value_set_int (value, self->width_class);
      break;
    case PROP_STAGE:
      g_value_set_string (value, dem_workspace_get_stage (self));
      break;
    case PROP_CHOSEN_STAGE:
      g_value_set_string (value, self->chosen_stage != NULL ? self->chosen_stage : "map");
      break;
    case PROP_PERSPECTIVE:
      g_value_set_string (value, get_perspective (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dem_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DemWorkspace *self = DEM_WORKSPACE (object);

  switch (id)
    {
    case PROP_SIDEBAR_WIDTH:
      set_sidebar_width (self, g_value_get_int (value));
      break;
    case PROP_TIMELINE_HEIGHT:
      set_timeline_height (self, g_value_get_int (value));
      break;
    case PROP_SIDEBAR_SHOWN:
      dem_workspace_set_sidebar_shown (self, g_value_get_boolean (value));
      break;
    case PROP_STAGE:
    case PROP_CHOSEN_STAGE:
      dem_workspace_set_stage (self, g_value_get_string (value));
      break;
    case PROP_PERSPECTIVE:
      set_perspective (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dem_workspace_dispose (GObject *object)
{
  DemWorkspace *self = DEM_WORKSPACE (object);

  g_clear_handle_id (&self->arrangement, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_WORKSPACE);
  g_clear_pointer (&self->chosen_stage, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->carriers); i++)
    g_clear_object (&self->carriers[i]);
  self->timeline = self->argument = self->details = self->notes = self->sheet = NULL;
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);
  g_clear_object (&self->note_marks);

  G_OBJECT_CLASS (dem_workspace_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SIDEBAR_WIDTH] = g_param_spec_int ("sidebar-width", NULL, NULL, SIDEBAR_MINIMUM, SIDEBAR_MAXIMUM,
                                                     SIDEBAR_DEFAULT, flags);
  properties[PROP_TIMELINE_HEIGHT] = g_param_spec_int ("timeline-height", NULL, NULL, TIMELINE_MINIMUM, G_MAXINT,
                                                       TIMELINE_DEFAULT, flags);
  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE, flags);
  properties[PROP_WIDTH_CLASS] = g_param_spec_int ("width-class", NULL, NULL, DEM_WIDTH_TINY, DEM_WIDTH_WIDE,
                                                   DEM_WIDTH_WIDE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, "map", flags);
  properties[PROP_CHOSEN_STAGE] = g_param_spec_string ("chosen-stage", NULL, NULL, "map", flags);
  properties[PROP_PERSPECTIVE] = g_param_spec_string ("perspective", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/window/workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, flap);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, stage_bar);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, stage_toggles);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, map_toggle_label);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, network_toggle_label);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, argument_toggle_label);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, table_toggle_label);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, chips_scroller);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, chips_viewport);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, chips);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, stages);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, paned);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, actors);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, map_sheet_slot);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, under_map_slot);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, timeline_slot);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, argument_slot);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, notes_slot);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, bottom_sheet_slot);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, pages);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, details_stack_page);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, argument_page_slot);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, details_page_slot);
  gtk_widget_class_bind_template_child (widget_class, DemWorkspace, notes_page_slot);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_flap);
  gtk_widget_class_bind_template_callback (widget_class, on_handle_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_paned_position);
}

static void
dem_workspace_class_init (DemWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dem_workspace_get_property;
  object_class->set_property = dem_workspace_set_property;
  object_class->dispose = dem_workspace_dispose;
  widget_class->measure = dem_workspace_measure;
  widget_class->size_allocate = dem_workspace_size_allocate;

  install_properties (object_class);
  gtk_widget_class_install_property_action (widget_class, "workspace.stage", "stage");
  gtk_widget_class_install_property_action (widget_class, "workspace.perspective", "perspective");
  g_type_ensure (DEM_TYPE_CHIPS);
  g_type_ensure (DEM_TYPE_SPLIT_HANDLE);
  gtk_widget_class_set_css_name (widget_class, "workspace");
  bind_template (widget_class);
}

static void
dem_workspace_init (DemWorkspace *self)
{
  self->width_class = DEM_WIDTH_WIDE;
  self->timeline_height = TIMELINE_DEFAULT;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_sidebar_width (self, SIDEBAR_DEFAULT);

  dem_workspace_make_pages (self);
  dem_workspace_ensure_view (self, "map");
  dem_workspace_arrange (self);
}

void
dem_workspace_set_focus (DemWorkspace *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_WORKSPACE (self));
  g_return_if_fail (DEM_IS_FOCUS (focus));
  g_return_if_fail (self->focus == NULL);

  self->focus = g_object_ref (focus);
  dem_chips_set_focus (self->chips, focus);
  dem_workspace_give_focus (self);
  dem_canvas_set_focus (DEM_CANVAS (self->timeline), focus);
  dem_argument_page_set_focus (DEM_ARGUMENT_PAGE (self->argument), focus);
  dem_details_page_set_focus (DEM_DETAILS_PAGE (self->details), focus);
  dem_notes_page_set_focus (DEM_NOTES_PAGE (self->notes), focus);
  g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, 0);
}

GtkWidget *
dem_workspace_get_map (DemWorkspace *self)
{
  g_return_val_if_fail (DEM_IS_WORKSPACE (self), NULL);

  return gtk_stack_get_child_by_name (self->actors, "map");
}

DemWidthClass
dem_workspace_get_width_class (DemWorkspace *self)
{
  g_return_val_if_fail (DEM_IS_WORKSPACE (self), DEM_WIDTH_WIDE);

  return self->width_class;
}

gboolean
dem_workspace_get_sidebar_shown (DemWorkspace *self)
{
  g_return_val_if_fail (DEM_IS_WORKSPACE (self), FALSE);

  return adw_flap_get_reveal_flap (self->flap);
}

void
dem_workspace_set_sidebar_shown (DemWorkspace *self, gboolean shown)
{
  g_return_if_fail (DEM_IS_WORKSPACE (self));

  if (!dem_workspace_is_narrow (self))
    adw_flap_set_reveal_flap (self->flap, shown);
}

const char *
dem_workspace_get_stage (DemWorkspace *self)
{
  const char *name;

  g_return_val_if_fail (DEM_IS_WORKSPACE (self), NULL);

  /* Asked for while the template is being built, too, when nothing is in the stack yet. */
  name = self->actors != NULL ? gtk_stack_get_visible_child_name (self->actors) : NULL;
  return name != NULL ? name : "map";
}

void
dem_workspace_set_stage (DemWorkspace *self, const char *name)
{
  g_return_if_fail (DEM_IS_WORKSPACE (self));

  if (name == NULL || dem_workspace_ensure_view (self, name) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->stages, "map");
  show_stage (self, name);
  if (g_strcmp0 (self->chosen_stage, name) == 0)
    return;
  g_free (self->chosen_stage);
  self->chosen_stage = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN_STAGE]);
}

void
dem_workspace_set_evaluator (DemWorkspace *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_WORKSPACE (self));

  g_set_object (&self->evaluator, evaluator);
  dem_workspace_give_evaluator (self);
  dem_argument_page_set_evaluator (DEM_ARGUMENT_PAGE (self->argument), evaluator);
  dem_details_page_set_evaluator (DEM_DETAILS_PAGE (self->details), evaluator);
}

void
dem_workspace_set_notebook (DemWorkspace *self, DemNotebook *notebook)
{
  DemNoteMarks *marks;

  g_return_if_fail (DEM_IS_WORKSPACE (self));

  g_set_object (&self->notebook, notebook);
  marks = notebook != NULL ? dem_note_marks_get (notebook) : NULL;
  g_set_object (&self->note_marks, marks);
  dem_workspace_give_notebook (self);
  dem_canvas_set_note_marks (DEM_CANVAS (self->timeline), self->note_marks);
  dem_argument_page_set_notebook (DEM_ARGUMENT_PAGE (self->argument), notebook);
  dem_details_page_set_notebook (DEM_DETAILS_PAGE (self->details), notebook);
  dem_notes_page_set_notebook (DEM_NOTES_PAGE (self->notes), notebook);
  dem_chips_set_notebook (self->chips, notebook);
}
