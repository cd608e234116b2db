/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/claims_stack.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
create_status (const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static GtkWidget *
create_nothing (void)
{
  GtkWidget *page = create_status ("edit-find-symbolic", _ ("No Claim Passes the Filter"), NULL);
  GtkWidget *clear = gtk_button_new_with_label (_ ("Clear Filter"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "table.clear-filter");
  gtk_widget_set_halign (clear, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (clear, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), clear);
  return page;
}

GtkStack *
dem_claims_stack_new (GtkWidget *table)
{
  GtkStack *stack = GTK_STACK (gtk_stack_new ());
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);
  gtk_widget_set_vexpand (GTK_WIDGET (stack), TRUE);
  gtk_stack_add_named (stack, scroller, "table");
  gtk_stack_add_named (stack, create_nothing (), "nothing");
  gtk_stack_add_named (
      stack, create_status ("view-list-bullet-symbolic", _ ("No Argument"), _ ("This dossier makes no claims.")), "none");
  return stack;
}

void
dem_claims_stack_show (GtkStack *stack, guint n_all, guint n_shown)
{
  g_return_if_fail (GTK_IS_STACK (stack));

  gtk_stack_set_visible_child_name (stack, n_all == 0 ? "none" : n_shown == 0 ? "nothing" : "table");
}
