/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_type.h"

#include <glib/gi18n-lib.h>

/* Whole sentences, for what is expected and what is found, so that each can be translated. */
static const char *const wrong_type[][DEM_JSON_OBJECT + 1] = {
  [DEM_JSON_TRUE] = {
    [DEM_JSON_NULL] = N_ ("Expected true or false here, found null. Leave the member out instead."),
    [DEM_JSON_NUMBER] = N_ ("Expected true or false here, found a number. Write true or false."),
    [DEM_JSON_STRING] = N_ ("Expected true or false here, found a string. Remove the quotes."),
    [DEM_JSON_ARRAY] = N_ ("Expected true or false here, found a list. Write true or false."),
    [DEM_JSON_OBJECT] = N_ ("Expected true or false here, found an object. Write true or false."),
  },
  [DEM_JSON_NUMBER] = {
    [DEM_JSON_NULL] = N_ ("Expected a number here, found null. Leave the member out instead."),
    [DEM_JSON_FALSE] = N_ ("Expected a number here, found false. Write a number."),
    [DEM_JSON_TRUE] = N_ ("Expected a number here, found true. Write a number."),
    [DEM_JSON_STRING] = N_ ("Expected a number here, found a string. Remove the quotes."),
    [DEM_JSON_ARRAY] = N_ ("Expected a number here, found a list. Write one number."),
    [DEM_JSON_OBJECT] = N_ ("Expected a number here, found an object. Write one number."),
  },
  [DEM_JSON_STRING] = {
    [DEM_JSON_NULL] = N_ ("Expected a string here, found null. Leave the member out instead."),
    [DEM_JSON_FALSE] = N_ ("Expected a string here, found false. Put the value in quotes."),
    [DEM_JSON_TRUE] = N_ ("Expected a string here, found true. Put the value in quotes."),
    [DEM_JSON_NUMBER] = N_ ("Expected a string here, found a number. Put the value in quotes."),
    [DEM_JSON_ARRAY] = N_ ("Expected a string here, found a list. Write one text in quotes."),
    [DEM_JSON_OBJECT] = N_ ("Expected a string here, found an object. Write one text in quotes."),
  },
  [DEM_JSON_ARRAY] = {
    [DEM_JSON_NULL] = N_ ("Expected a list here, found null. Leave the member out instead."),
    [DEM_JSON_FALSE] = N_ ("Expected a list here, found false. Put the value in square brackets."),
    [DEM_JSON_TRUE] = N_ ("Expected a list here, found true. Put the value in square brackets."),
    [DEM_JSON_NUMBER] = N_ ("Expected a list here, found a number. Put the value in square brackets."),
    [DEM_JSON_STRING] = N_ ("Expected a list here, found a string. Put the value in square brackets."),
    [DEM_JSON_OBJECT] = N_ ("Expected a list here, found an object. Put the value in square brackets."),
  },
  [DEM_JSON_OBJECT] = {
    [DEM_JSON_NULL] = N_ ("Expected an object here, found null. Leave it out instead."),
    [DEM_JSON_FALSE] = N_ ("Expected an object here, found false. Write members between braces."),
    [DEM_JSON_TRUE] = N_ ("Expected an object here, found true. Write members between braces."),
    [DEM_JSON_NUMBER] = N_ ("Expected an object here, found a number. Write members between braces."),
    [DEM_JSON_STRING] = N_ ("Expected an object here, found a string. Write members between braces."),
    [DEM_JSON_ARRAY] = N_ ("Expected an object here, found a list. Write members between braces."),
  },
};

const char *
dem_json_explain_type (DemJsonType expected, DemJsonType found)
{
  g_return_val_if_fail (expected <= DEM_JSON_OBJECT && found <= DEM_JSON_OBJECT, NULL);
  g_return_val_if_fail (wrong_type[expected][found] != NULL, NULL);

  return _ (wrong_type[expected][found]);
}
