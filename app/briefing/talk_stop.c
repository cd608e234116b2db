/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/briefing/talk_stop.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "app/notebook/note_target.h"

struct _DemTalkStop
{
  GObject parent_instance;

  DemDossier *dossier;
  DemOwnStop *own; /* nullable */
  guint32 index;
  DemStopView view;
  GArray *select, *fit; /* those of the view, if they are not the dossier's */
  char **missing;
};

G_DEFINE_FINAL_TYPE (DemTalkStop, dem_talk_stop, G_TYPE_OBJECT)

static const DemStop *
get_given (DemTalkStop *self)
{
  return self->index != DEM_NO_INDEX ? dem_dossier_stop (self->dossier, self->index) : NULL;
}

/* ---- What is shown ---- */

static DemRef
find (DemTalkStop *self, const char *id, GStrvBuilder *missing)
{
  DemRef ref = dem_dossier_find (self->dossier, id);

  if (dem_ref_is_none (ref))
    g_strv_builder_add (missing, id);
  return ref;
}

static GArray *
find_all (DemTalkStop *self, char **ids, GStrvBuilder *missing)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (DemRef));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      DemRef ref = find (self, ids[i], missing);

      if (!dem_ref_is_none (ref))
        g_array_append_val (refs, ref);
    }
  return refs;
}

static guint32
find_one (DemTalkStop *self, const char *id, DemKind kind, GStrvBuilder *missing)
{
  DemRef ref;

  if (id == NULL)
    return DEM_NO_INDEX;
  ref = find (self, id, missing);
  return ref.kind == kind ? ref.index : DEM_NO_INDEX;
}

/* An open end reaches as far as the dossier tells. */
static void
set_period (DemTalkStop *self, const DemEdtf *window)
{
  DemPeriod span = dem_dossier_get_span (self->dossier), period;

  self->view.period = span;
  self->view.has_period = dem_edtf_extent (window, &period);
  if (!self->view.has_period)
    return;
  if (!dem_day_is_finite (period.first))
    period.first = dem_day_is_finite (period.last) ? MIN (span.first, period.last) : span.first;
  if (!dem_day_is_finite (period.last))
    period.last = MAX (span.last, period.first);
  self->view.period = period;
}

static void
show_own (DemTalkStop *self, const DemShot *shot)
{
  DemStopView *view = &self->view;
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  DemEdtf window = DEM_EDTF_UNDATED;

  if (shot->window != NULL)
    dem_edtf_parse (shot->window, &window, NULL);
  set_period (self, &window);
  self->select = find_all (self, shot->select, missing);
  self->fit = find_all (self, shot->fit, missing);
  *view = (DemStopView){
    .stage = shot->stage,
    .select = (const DemRef *) (gpointer) self->select->data,
    .n_select = self->select->len,
    .period = view->period,
    .has_period = view->has_period,
    .scenario = find_one (self, shot->scenario, DEM_KIND_SCENARIO, missing),
    .perspective = find_one (self, shot->perspective, DEM_KIND_ACTOR, missing),
    .latitude = shot->latitude,
    .longitude = shot->longitude,
    .zoom = shot->zoom,
    .fit = (const DemRef *) (gpointer) self->fit->data,
    .n_fit = self->fit->len,
  };
  self->missing = g_strv_builder_end (missing);
}

static void
show_given (DemTalkStop *self, const DemStop *stop)
{
  set_period (self, &stop->window);
  self->view = (DemStopView){
    .stage = stop->stage,
    .select = stop->select,
    .n_select = stop->n_select,
    .period = self->view.period,
    .has_period = self->view.has_period,
    .scenario = stop->scenario,
    .perspective = stop->perspective,
    .latitude = stop->latitude,
    .longitude = stop->longitude,
    .zoom = stop->zoom,
    .fit = stop->fit,
    .n_fit = stop->n_fit,
  };
}

static void
resolve (DemTalkStop *self)
{
  const DemStop *given = get_given (self);
  g_autoptr (DemShot) nothing = NULL;

  if (self->own != NULL && self->own->shot != NULL)
    show_own (self, self->own->shot);
  else if (given != NULL)
    show_given (self, given);
  else
    {
      nothing = dem_shot_new (DEM_STAGE_MAP);
      show_own (self, nothing);
    }
  if (self->missing == NULL)
    self->missing = g_new0 (char *, 1);
}

/* ---- What it says ---- */

DemDossier *
dem_talk_stop_get_dossier (DemTalkStop *self)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (self), NULL);

  return self->dossier;
}

const char *
dem_talk_stop_get_id (DemTalkStop *self)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (self), NULL);

  return self->own != NULL ? self->own->id : get_given (self)->item.id;
}

DemRef
dem_talk_stop_get_ref (DemTalkStop *self)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (self), DEM_REF_NONE);

  return self->index != DEM_NO_INDEX ? DEM_REF (STOP, self->index) : DEM_REF_NONE;
}

const char *
dem_talk_stop_get_text (DemTalkStop *self, DemStopText which)
{
  const DemStop *given;
  const char *text = NULL;

  g_return_val_if_fail (DEM_IS_TALK_STOP (self), NULL);
  g_return_val_if_fail (which < DEM_N_STOP_TEXTS, NULL);

  given = get_given (self);
  if (self->own != NULL && self->own->texts[which] != NULL)
    text = self->own->texts[which];
  else if (given != NULL)
    text = (const char *[]){ given->kicker, given->headline, given->text, given->notes }[which];
  return text != NULL && *text != '\0' ? text : NULL;
}

const char *
dem_talk_stop_get_name (DemTalkStop *self)
{
  const char *name = dem_talk_stop_get_text (self, DEM_STOP_KICKER);

  if (name == NULL)
    name = dem_talk_stop_get_text (self, DEM_STOP_HEADLINE);
  return name != NULL ? name : _ ("Untitled stop");
}

double
dem_talk_stop_get_minutes (DemTalkStop *self)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (self), NAN);

  if (self->own != NULL && !isnan (self->own->minutes))
    return self->own->minutes;
  return self->index != DEM_NO_INDEX ? get_given (self)->minutes : NAN;
}

gboolean
dem_talk_stop_is_hidden (DemTalkStop *self)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (self), FALSE);

  return self->own != NULL && self->own->is_hidden;
}

gboolean
dem_talk_stop_is_changed (DemTalkStop *self)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (self), FALSE);

  return self->own != NULL && self->index != DEM_NO_INDEX;
}

const DemStopView *
dem_talk_stop_get_view (DemTalkStop *self)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (self), NULL);

  return &self->view;
}

GPtrArray *
dem_talk_stop_get_strokes (DemTalkStop *self)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (self), NULL);

  return self->own != NULL ? self->own->strokes : NULL;
}

/* "Bandow 2020": family name and year; the source's label where it has one, or has no author. (transfer full) */
static char *
dup_reference (DemDossier *dossier, guint32 index)
{
  const DemSource *source = dem_dossier_source (dossier, index);
  g_auto (GStrv) authors = NULL;
  const char *family;

  if (source->item.label != NULL || source->author == NULL || *source->author == '\0')
    return dem_dossier_dup_label (dossier, DEM_REF (SOURCE, index));
  authors = g_strsplit (source->author, ",", 2);
  family = strrchr (g_strstrip (authors[0]), ' ');
  family = family != NULL ? family + 1 : authors[0];
  if (!dem_day_is_finite (source->issued.start_min))
    return g_strdup (family);
  return g_strdup_printf ("%s %d", family, (int) dem_day_to_date (source->issued.start_min).year);
}

char *
dem_talk_stop_dup_source (DemTalkStop *self)
{
  const DemStop *given;
  GString *words = NULL;
  guint32 source = DEM_NO_INDEX;

  g_return_val_if_fail (DEM_IS_TALK_STOP (self), NULL);

  given = get_given (self);
  for (guint i = 0; given != NULL && i < given->item.n_cites; i++)
    {
      const DemCite *cite = &given->item.cites[i];

      if (cite->source != source)
        {
          g_autofree char *label = dup_reference (self->dossier, cite->source);

          if (words == NULL)
            words = g_string_new (label);
          else
            g_string_append_printf (words, "; %s", label);
          source = cite->source;
        }
      if (cite->locator != NULL)
        g_string_append_printf (words, ", %s%s", g_str_equal (cite->label, "paragraph") ? "¶" : "", cite->locator);
    }
  return words != NULL ? g_string_free (words, FALSE) : NULL;
}

char *
dem_talk_stop_dup_missing (DemTalkStop *self)
{
  g_autofree char *ids = NULL;
  guint n;

  g_return_val_if_fail (DEM_IS_TALK_STOP (self), NULL);

  n = g_strv_length (self->missing);
  if (n == 0)
    return NULL;
  ids = g_strjoinv (", ", self->missing);
  return g_strdup_printf (ngettext ("%u thing that this stop shows is not in the dossier any more: %s",
                                    "%u things that this stop shows are not in the dossier any more: %s", n),
                          n, ids);
}

/* ---- Looking at it ---- */

void
dem_talk_stop_apply (DemTalkStop *self, DemFocus *focus)
{
  const DemStopView *view;

  g_return_if_fail (DEM_IS_TALK_STOP (self));
  g_return_if_fail (DEM_IS_FOCUS (focus) && dem_focus_get_dossier (focus) == self->dossier);

  view = &self->view;
  dem_focus_clear_trials (focus);
  dem_focus_set_query (focus, NULL);
  dem_focus_set_viewpoint (focus, DEM_NO_INDEX);
  if (!dem_focus_period_is_linked (focus))
    dem_focus_clear_period (focus);
  dem_focus_set_view (focus, view->period);
  dem_focus_set_scenario (focus, view->scenario);
  dem_focus_set_perspective (focus, view->perspective);
  dem_focus_select_all (focus, view->select, view->n_select);
}

static char **
dup_ids (DemDossier *dossier, const DemRef *refs, guint n)
{
  char **ids = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = g_strdup (dem_dossier_get_item (dossier, refs[i])->id);
  return ids;
}

static char *
dup_id (DemDossier *dossier, DemKind kind, guint32 index)
{
  return index != DEM_NO_INDEX ? g_strdup (dem_dossier_get_item (dossier, (DemRef){ kind, index })->id) : NULL;
}

DemShot *
dem_shot_new_from_focus (DemFocus *focus, DemStageKind stage)
{
  DemShot *shot = dem_shot_new (stage);
  DemDossier *dossier;
  const DemRef *selection;
  guint n;

  g_return_val_if_fail (DEM_IS_FOCUS (focus) && dem_focus_get_dossier (focus) != NULL, shot);

  dossier = dem_focus_get_dossier (focus);
  selection = dem_focus_get_selection (focus, &n);
  shot->select = n > 0 ? dup_ids (dossier, selection, n) : NULL;
  if (!dem_focus_period_is_whole (focus))
    {
      g_autoptr (DemNoteTarget) period = dem_note_target_new_period (dem_focus_get_period (focus));

      shot->window = g_strdup (dem_note_target_get_text (period));
    }
  shot->scenario = dup_id (dossier, DEM_KIND_SCENARIO, dem_focus_get_scenario (focus));
  shot->perspective = dup_id (dossier, DEM_KIND_ACTOR, dem_focus_get_perspective (focus));
  return shot;
}

/* ---- Life ---- */

gboolean
dem_talk_stop_equal (DemTalkStop *a, DemTalkStop *b)
{
  g_return_val_if_fail (DEM_IS_TALK_STOP (a) && DEM_IS_TALK_STOP (b), FALSE);

  return a->dossier == b->dossier && a->index == b->index && dem_own_stop_equal (a->own, b->own);
}

static void
dem_talk_stop_finalize (GObject *object)
{
  DemTalkStop *self = DEM_TALK_STOP (object);

  g_clear_pointer (&self->own, dem_own_stop_unref);
  g_clear_pointer (&self->select, g_array_unref);
  g_clear_pointer (&self->fit, g_array_unref);
  g_strfreev (self->missing);
  g_object_unref (self->dossier);
  G_OBJECT_CLASS (dem_talk_stop_parent_class)->finalize (object);
}

static void
dem_talk_stop_class_init (DemTalkStopClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_talk_stop_finalize;
}

static void
dem_talk_stop_init (DemTalkStop *self)
{
  self->index = DEM_NO_INDEX;
}

DemTalkStop *
dem_talk_stop_new (DemDossier *dossier, guint32 index, DemOwnStop *own)
{
  DemTalkStop *self;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (index != DEM_NO_INDEX || own != NULL, NULL);

  self = g_object_new (DEM_TYPE_TALK_STOP, NULL);
  self->dossier = g_object_ref (dossier);
  self->index = index;
  self->own = own != NULL ? dem_own_stop_ref (own) : NULL;
  resolve (self);
  return self;
}
