package org.passk.benchmark.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PytestTextTest {
    @Test
    void plainTestFunctionsBecomeAScriptThatCallsThem() throws PytestText.Unsupported {
        String text = """
                import math
                from solution import area, side

                def helper(x):
                    return math.sqrt(x)

                def test_area():
                    \"""Doc.
                from solution import nothing
                    \"""
                    assert area(2) == 4

                def test_side( ):
                    assert side(4) == helper(4)
                """;
        assertThat(PytestText.asScript(text))
                .isEqualTo(text.replaceFirst("from solution import area, side\n", "") + "\ntest_area()\ntest_side()\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def helper(): pass",
                "def test_a(tmp_path): pass",
                "def test_a(x=1): pass",
                "import pytest\ndef test_a(): pass",
                "@mark\ndef test_a(): pass",
                "class TestA:\n    def test_a(self): pass\ndef test_b(): pass",
                "async def test_a(): pass",
                "def test_a(): pass\ndef test_a(): pass",
                "def setup_module(): pass\ndef test_a(): pass",
                "from solution import a as b\ndef test_a(): pass",
                "from solution import (\n    a\n)\ndef test_a(): pass",
                "import solution\ndef test_a(): pass",
                "import unittest\ndef test_a(): pass",
                "def test_a():\n    x = '''\nopen",
                "def test_a():\n    x = '''\"\"\"'''",
                "x = '''\ndef test_a(): pass\n'''"
            })
    void whatNeedsPytestItselfIsRefused(String text) {
        assertThatThrownBy(() -> PytestText.asScript(text)).isInstanceOf(PytestText.Unsupported.class);
    }
}
