"""Tests as classes."""
from unittest.case import SkipTest, TestCase, expectedFailure, skip, skipIf, skipUnless
from unittest.runner import TestLoader, TestProgram, TestResult, TestSuite, TextTestResult, TextTestRunner, defaultTestLoader, main

__lacks__ = """
IsolatedAsyncioTestCase addModuleCleanup doModuleCleanups enterModuleContext findTestCases getTestCaseNames installHandler
registerResult removeHandler removeResult makeSuite mock async_case
"""
