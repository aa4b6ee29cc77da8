"""Logging set up from a dict (PEP 391)."""
import importlib
import logging
import logging.handlers
import sys

from _d_host import gap

__lacks__ = "listen stopListening fileConfig ConvertingDict ConvertingList ConvertingTuple BaseConfigurator"


def _found(name):
    """What a dotted name stands for."""
    parts = name.split(".")
    found, whole = importlib.import_module(parts[0]), parts[0]
    for part in parts[1:]:
        whole += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            importlib.import_module(whole)
            found = getattr(found, part)
    return found


def _meant(value):
    """`ext://sys.stdout` and the like, inside whatever holds them."""
    if isinstance(value, dict):
        return {key: _meant(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)([_meant(one) for one in value])
    if isinstance(value, str) and value.startswith("ext://"):
        try:
            return _found(value[6:])
        except ImportError as error:
            raise ValueError(f"Cannot resolve {value[6:]!r}: {error}")
    if isinstance(value, str) and value.startswith("cfg://"):
        gap("cfg:// in a configuration of logging")
    return value


def _called(config):
    """What `()` makes of the rest."""
    config = dict(config)
    factory, more = config.pop("()"), config.pop(".", None)
    made = (factory if callable(factory) else _found(factory))(**config)
    for name, value in (more or {}).items():
        setattr(made, name, value)
    return made


def _formatter(config):
    if "()" in config:
        return _called(config)
    kind = config.get("class")
    kind = _found(kind) if isinstance(kind, str) else kind or logging.Formatter
    return kind(config.get("format"), config.get("datefmt"), config.get("style", "%"))


def _handler(config, formatters, filters):
    config = dict(config)
    formatter = config.pop("formatter", None)
    if formatter:
        try:
            formatter = formatters[formatter]
        except Exception as error:
            raise ValueError(f"Unable to set formatter {formatter!r}") from error
    level, chosen = config.pop("level", None), config.pop("filters", None)
    if "()" in config:
        made = _called(config)
    else:
        kind = config.pop("class")
        kind = _found(kind) if isinstance(kind, str) else kind
        more = config.pop(".", None)
        made = kind(**config)
        for name, value in (more or {}).items():
            setattr(made, name, value)
    if formatter:
        made.setFormatter(formatter)
    if level is not None:
        made.setLevel(level)
    _add_filters(made, chosen, filters)
    return made


def _add_filters(to, names, filters):
    for one in names or ():
        try:
            to.addFilter(filters[one] if isinstance(one, str) else one)
        except Exception as error:
            raise ValueError(f"Unable to add filter {one!r}") from error


def _logger(logger, config, handlers, filters):
    if config.get("level") is not None:
        logger.setLevel(config["level"])
    for one in logger.handlers[:]:
        logger.removeHandler(one)
    for one in config.get("handlers") or ():
        try:
            logger.addHandler(handlers[one])
        except Exception as error:
            raise ValueError(f"Unable to add handler {one!r}") from error
    _add_filters(logger, config.get("filters"), filters)


def _each(config, what, make):
    made = {}
    for name in config.get(what) or {}:
        try:
            made[name] = make(config[what][name])
        except Exception as error:
            raise ValueError(f"Unable to configure {what[:-1]} {name!r}") from error
    return made


def dictConfig(config):
    if "version" not in config:
        raise ValueError("dictionary doesn't specify a version")
    if config["version"] != 1:
        raise ValueError(f"Unsupported version: {config['version']}")
    config = _meant(config)
    if config.get("incremental"):
        gap("an incremental configuration of logging")
    before = dict(logging._loggers)
    formatters = _each(config, "formatters", _formatter)
    filters = _each(config, "filters", lambda one: _called(one) if "()" in one else logging.Filter(one.get("name", "")))
    handlers = {}
    for name in sorted(config.get("handlers") or {}):
        try:
            handlers[name] = _handler(config["handlers"][name], formatters, filters)
            handlers[name].name = name
        except Exception as error:
            raise ValueError(f"Unable to configure handler {name!r}") from error
    named = config.get("loggers") or {}
    for name, one in named.items():
        try:
            logger = logging.getLogger(name)
            _logger(logger, one, handlers, filters)
            logger.disabled = False
            if one.get("propagate") is not None:
                logger.propagate = one["propagate"]
        except Exception as error:
            raise ValueError(f"Unable to configure logger {name!r}") from error
    for name, logger in before.items():
        below = any(name.startswith(one + ".") for one in named)
        if name not in named and (below or config.get("disable_existing_loggers", True)):
            logger.disabled = not below and config.get("disable_existing_loggers", True)
    if config.get("root"):
        try:
            _logger(logging.root, config["root"], handlers, filters)
        except Exception as error:
            raise ValueError("Unable to configure root logger") from error
