/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/problems/problems_window.h"

#include <glib/gi18n-lib.h>

#include "ui/problems/problem_row.h"

struct _DemProblemsWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkListView *list;

  GtkMultiSelection *selection; /* owned; of handles, see below */
  GPtrArray *problems;          /* (element-type DemProblem) */
  char *name;
};

enum
{
  ITEM_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemProblemsWindow, dem_problems_window, ADW_TYPE_WINDOW)

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, DemProblemsWindow *self)
{
  gtk_list_item_set_child (item, dem_problem_row_new ());
}

/* The model has nothing but empty handles: the problem is the one at the same place. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, DemProblemsWindow *self)
{
  g_assert (DEM_IS_PROBLEMS_WINDOW (self));

  dem_problem_row_show (DEM_PROBLEM_ROW (gtk_list_item_get_child (item)),
                        g_ptr_array_index (self->problems, gtk_list_item_get_position (item)));
}

static void
on_activate (GtkListView *list, guint position, DemProblemsWindow *self)
{
  const DemProblem *problem;

  g_assert (DEM_IS_PROBLEMS_WINDOW (self));

  problem = g_ptr_array_index (self->problems, position);
  if (problem->item != NULL)
    g_signal_emit (self, signals[ITEM_ACTIVATED], 0, problem->item);
}

static char *
format_problems (DemProblemsWindow *self, gboolean only_selected)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->problems->len; i++)
    {
      g_autofree char *line = NULL;

      if (only_selected && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        continue;
      line = dem_problem_format (g_ptr_array_index (self->problems, i), self->name);
      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

static void
on_copy_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = format_problems (DEM_PROBLEMS_WINDOW (widget), FALSE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = format_problems (DEM_PROBLEMS_WINDOW (widget), TRUE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
dem_problems_window_dispose (GObject *object)
{
  DemProblemsWindow *self = DEM_PROBLEMS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_PROBLEMS_WINDOW);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (dem_problems_window_parent_class)->dispose (object);
}

static void
dem_problems_window_class_init (DemProblemsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_problems_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/problems/problems_window.ui");
  gtk_widget_class_bind_template_child (widget_class, DemProblemsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DemProblemsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);

  signals[ITEM_ACTIVATED] = g_signal_new ("item-activated", DEM_TYPE_PROBLEMS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "problems.copy-all", NULL, on_copy_all);
  gtk_widget_class_install_action (widget_class, "problems.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "problems.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dem_problems_window_init (DemProblemsWindow *self)
{
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GListModel *
create_handles (guint n)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) handles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (handles, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (store, 0, 0, handles->pdata, n);
  return G_LIST_MODEL (store);
}

GtkWidget *
dem_problems_window_new (GPtrArray *problems, const char *name)
{
  DemProblemsWindow *self;
  g_autofree char *count = NULL;

  g_return_val_if_fail (problems != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (DEM_TYPE_PROBLEMS_WINDOW, NULL);
  self->name = g_strdup (name);
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (self->problems, dem_problem_copy (g_ptr_array_index (problems, i)));

  count = g_strdup_printf (ngettext ("%u problem", "%u problems", problems->len), problems->len);
  adw_window_title_set_title (self->title, count);
  adw_window_title_set_subtitle (self->title, name);
  self->selection = gtk_multi_selection_new (create_handles (problems->len));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  return GTK_WIDGET (self);
}

char *
dem_problems_window_dup_text (DemProblemsWindow *self)
{
  g_return_val_if_fail (DEM_IS_PROBLEMS_WINDOW (self), NULL);

  return format_problems (self, FALSE);
}
