/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/claims_columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/exchange/csv.h"
#include "ui/common/note_badge.h"
#include "ui/common/head.h"
#include "ui/common/value_bar.h"
#include "ui/common/widget_style.h"

const DemColumn dem_claims_columns[DEM_N_COLUMNS]
    = { DEM_COLUMN_CLAIM, DEM_COLUMN_STRENGTH, DEM_COLUMN_CHANGE,     DEM_COLUMN_SIDE,   DEM_COLUMN_KIND,
        DEM_COLUMN_WHO,   DEM_COLUMN_BASIS,    DEM_COLUMN_PARAGRAPHS, DEM_COLUMN_ACTORS, DEM_COLUMN_EVENTS };

/* So many characters that what is usual is not cut. Fixed, so that columns don't change their widths as rows come and go. */
static const int widths[DEM_N_COLUMNS] = {
  [DEM_COLUMN_CLAIM] = 30,  [DEM_COLUMN_KIND] = 10,       [DEM_COLUMN_SIDE] = 7,    [DEM_COLUMN_WHO] = 14,
  [DEM_COLUMN_STRENGTH] = 5, [DEM_COLUMN_CHANGE] = 11,    [DEM_COLUMN_BASIS] = 11,  [DEM_COLUMN_PARAGRAPHS] = 10,
  [DEM_COLUMN_ACTORS] = 18, [DEM_COLUMN_EVENTS] = 18,
};

/* ---- Cells ---- */

static GtkWidget *
create_label (DemColumn column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), widths[column]);
  gtk_label_set_max_width_chars (GTK_LABEL (label), widths[column]);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

/* Who asserts it, by head and name. */
static GtkWidget *
create_who (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), dem_head_icon_new ());
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* The claim, and the mark of its notes. */
static GtkWidget *
create_claim (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (label, "dem-claim");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), dem_note_badge_new ());
  return box;
}

/* The strength has its bar beside it. */
GtkWidget *
dem_claims_cell_new (DemColumn column)
{
  GtkWidget *label = create_label (column), *box, *bar;

  if (column == DEM_COLUMN_CHANGE)
    gtk_widget_add_css_class (label, "dem-assumed");
  if (column == DEM_COLUMN_CLAIM)
    return create_claim (label);
  if (column == DEM_COLUMN_WHO)
    return create_who (label);
  if (column != DEM_COLUMN_STRENGTH)
    return label;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  bar = dem_value_bar_new ((int) DEM_VALUE_BAR_WIDTH);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_widget_add_css_class (label, "dem-value");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
set_strength (GtkWidget *cell, DemClaimTable *rows, guint32 claim, const char *text)
{
  GtkWidget *bar = gtk_widget_get_first_child (cell), *label = gtk_widget_get_last_child (cell);
  DemEvaluation *evaluation = dem_claim_table_get_evaluation (rows);
  double change = dem_claim_table_get_change (rows, claim);
  double strength = evaluation != NULL ? dem_evaluation_get (evaluation, DEM_REF (CLAIM, claim)).strength : NAN;
  gboolean moved = *text != '\0' && fabs (change) >= 0.005;

  gtk_widget_set_opacity (bar, isnan (strength) ? 0 : 1);
  if (!isnan (strength))
    dem_value_bar_set (DEM_VALUE_BAR (bar), strength, moved ? strength - change : NAN);
  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
set_who (GtkWidget *cell, DemClaimTable *rows, guint32 claim, guint32 viewpoint, const char *text)
{
  DemDossier *dossier = dem_claim_table_get_dossier (rows);
  guint32 by = dem_dossier_claim (dossier, claim)->by;
  gboolean marked = by != DEM_NO_INDEX && by == viewpoint;
  GtkWidget *label = gtk_widget_get_last_child (cell);

  dem_head_icon_set (DEM_HEAD_ICON (gtk_widget_get_first_child (cell)), dossier, by, marked);
  gtk_label_set_text (GTK_LABEL (label), text);
  dem_widget_set_css_class (label, "dem-marked", marked);
}

/* The claim in full where the cell has its short name, else the cell, which may be cut. */
static const char *
get_tooltip (DemColumn column, DemClaimTable *rows, guint32 claim, const char *text)
{
  const char *full = dem_dossier_claim (dem_claim_table_get_dossier (rows), claim)->text;

  if (column == DEM_COLUMN_CLAIM)
    return full;
  return g_utf8_strlen (text, -1) >= widths[column] ? text : NULL;
}

/* From right to left the numbers change places and the arrow between them does not turn by itself. */
static void
set_change (GtkWidget *cell, const char *text)
{
  g_autoptr (GString) turned = g_string_new (text);

  if (gtk_widget_get_direction (cell) == GTK_TEXT_DIR_RTL)
    g_string_replace (turned, "→", "←", 0);
  gtk_label_set_text (GTK_LABEL (cell), turned->str);
}

void
dem_claims_cell_set (GtkWidget *cell, DemColumn column, DemClaimTable *rows, guint32 claim, guint32 viewpoint)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (cell) && rows != NULL);

  text = dem_claim_table_dup_cell (rows, column, claim);
  dem_widget_set_tooltip (cell, get_tooltip (column, rows, claim, text));
  if (column == DEM_COLUMN_STRENGTH)
    set_strength (cell, rows, claim, text);
  else if (column == DEM_COLUMN_WHO)
    set_who (cell, rows, claim, viewpoint, text);
  else if (column == DEM_COLUMN_CHANGE)
    set_change (cell, text);
  else if (column == DEM_COLUMN_CLAIM)
    gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (cell)), text);
  else
    gtk_label_set_text (GTK_LABEL (cell), text);
  if (column == DEM_COLUMN_CLAIM)
    dem_widget_set_css_class (gtk_widget_get_first_child (cell), "dem-strong", dem_claim_table_get_side (rows, claim) == DEM_SIGN_THESIS);
}

DemNoteMark
dem_claims_cell_set_notes (GtkWidget *cell, DemNotebook *notebook, DemClaimTable *rows, guint32 claim)
{
  DemNoteBadge *badge = DEM_NOTE_BADGE (gtk_widget_get_last_child (cell));

  dem_note_badge_set (badge, notebook, dem_claim_table_get_dossier (rows), DEM_REF (CLAIM, claim));
  return dem_note_badge_get (badge);
}

/* ---- Speech ---- */

static void
speak (GString *spoken, const char *text)
{
  if (*text == '\0')
    return;
  if (spoken->len > 0)
    g_string_append (spoken, _ (", "));
  g_string_append (spoken, text);
}

char *
dem_claims_dup_spoken (DemClaimTable *rows, guint32 claim)
{
  static const DemColumn columns[] = { DEM_COLUMN_KIND, DEM_COLUMN_SIDE, DEM_COLUMN_WHO };
  GString *spoken;
  g_autofree char *strength = NULL;
  g_autofree char *change = NULL;

  g_return_val_if_fail (rows != NULL, NULL);

  spoken = g_string_new (dem_dossier_claim (dem_claim_table_get_dossier (rows), claim)->text);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *cell = dem_claim_table_dup_cell (rows, columns[i], claim);
      speak (spoken, cell);
    }
  strength = dem_claim_table_dup_cell (rows, DEM_COLUMN_STRENGTH, claim);
  change = dem_claim_table_dup_cell (rows, DEM_COLUMN_CHANGE, claim);
  if (*strength != '\0')
    {
      g_autofree char *words = g_strdup_printf (*change != '\0' ? _ ("strength %s, changed") : _ ("strength %s"),
                                                *change != '\0' ? change : strength);
      speak (spoken, words);
    }
  return g_string_free (spoken, FALSE);
}

/* ---- Copying ---- */

char *
dem_claims_dup_rows (DemClaimTable *rows, const DemColumn *columns, DemClaimsSelection *selection, gboolean only_selected)
{
  GString *text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (selection)), n_written = 0;

  for (const DemColumn *column = columns; *column != DEM_N_COLUMNS; column++)
    dem_tsv_add_text (text, dem_column_get_title (*column));
  dem_tsv_end_line (text);
  for (guint i = 0; i < n; i++)
    if (!only_selected || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), i))
      {
        dem_claim_table_write (rows, columns, dem_claims_selection_get_claim (selection, i), dem_tsv_add_text, text);
        dem_tsv_end_line (text);
        n_written++;
      }
  if (n_written == 0)
    g_string_truncate (text, 0);
  return g_string_free (text, FALSE);
}

/* The first column, which speaks for the row, is always shown. */
GMenuModel *
dem_claims_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();

  g_menu_append (copy, _ ("_Copy Selected Rows"), "table.copy");
  g_menu_append (copy, _ ("Copy _All Rows Shown"), "table.copy-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  for (guint i = 1; i < DEM_N_COLUMNS; i++)
    {
      g_autofree char *action = g_strdup_printf ("columns.%u", dem_claims_columns[i]);
      g_menu_append (columns, dem_column_get_title (dem_claims_columns[i]), action);
    }
  g_menu_append_section (menu, _ ("Columns"), G_MENU_MODEL (columns));
  return G_MENU_MODEL (menu);
}
