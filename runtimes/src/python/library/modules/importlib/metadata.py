"""What is installed."""
import sys

from _d_host import ask

__lacks__ = "Distribution DistributionFinder EntryPoint EntryPoints FastPath Lookup MetadataPathFinder PackagePath Prepared distribution distributions entry_points files metadata packages_distributions requires"


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
