"""What is installed."""
import sys

from _d_host import ask

__lacks__ = "DistributionFinder EntryPoint EntryPoints FastPath Lookup MetadataPathFinder PackagePath Prepared entry_points files metadata packages_distributions requires"


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.args[0]}"


PackageNotFoundError.__module__ = "importlib.metadata"


def _plain(name):
    return name.lower().replace("_", "-").replace(".", "-")


def version(distribution_name):
    for one in ask("distributions", path=[path for path in sys.path if path]):
        if _plain(one["name"]) == _plain(distribution_name):
            return one["version"]
    raise PackageNotFoundError(distribution_name)


class Distribution:
    """What is installed under a name: its name and version."""

    def __init__(self, name, version):
        self.name, self.version = name, version

    def __getattr__(self, name):
        if name in ("metadata", "requires", "files", "entry_points", "read_text", "locate_file"):
            from _d_host import gap
            gap("importlib.metadata's " + name, "read it from the package's own files")
        raise AttributeError(name)


def distributions(**names):
    return iter([Distribution(one["name"], one["version"]) for one in ask("distributions", path=[path for path in sys.path if path])])


def distribution(distribution_name):
    return Distribution(distribution_name, version(distribution_name))
