
// items returns an error, and the other items of the list of its code.
func items(e *Error) []ErrorItem {
	value := parse(e.Body)
	if own := slotOf(envelope, "code"); own != nil {
		for index := range own.places {
			if items := listed(e, value, own.places[index].path); items != nil {
				return items
			}
		}
	}
	return []ErrorItem{{ '{{' }}e.Code, e.Message, whole(value)}}
}

// listed returns the items of the list that a path to the code goes through.
func listed(e *Error, value any, path []any) []ErrorItem {
	start := 0
	for start < len(path) && isName(path[start]) {
		start++
	}
	outer, rest := path[:start], path[start:]
	list, isList := walk(value, outer).([]any)
	if len(rest) == 0 || !isList || walk(list, rest) == nil {
		return nil
	}
	chosen := 0
	switch step := rest[0].(type) {
	case int:
		chosen = step
	case item:
		for !step.holds(list[chosen]) {
			chosen++
		}
	}
	items := []ErrorItem{{ '{{' }}e.Code, e.Message, whole(list[chosen])}}
	for at, other := range list {
		if at == chosen {
			continue
		}
		a := &answer{json: other}
		item := ErrorItem{JSON: whole(other)}
		if text, ok := textOf(below(a, "code", outer)); ok {
			item.Code = wire(text)
		}
		item.Message = messageOf(below(a, "message", outer), item.Code)
		items = append(items, item)
	}
	return items
}

// below returns the first suitable value of a fact inside an item of the list at a path.
func below(a *answer, fact string, outer []any) *found {
	slot := slotOf(envelope, fact)
	if slot == nil {
		return nil
	}
	for index := range slot.places {
		inner := slot.places[index]
		if len(inner.path) <= len(outer) || isName(inner.path[len(outer)]) {
			continue
		}
		isBelow := true
		for at, name := range outer {
			isBelow = isBelow && isName(inner.path[at]) && inner.path[at] == name
		}
		inner.path = inner.path[len(outer)+1:]
		if found := look(a, fact, &inner); isBelow && found != nil {
			return found
		}
	}
	return nil
}

func isName(step any) bool {
	_, isText := step.(string)
	return isText
}
