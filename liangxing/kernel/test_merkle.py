"""The tree is the tree of RFC 9162, held against another implementation."""

from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from liangxing.kernel.merkle import Tree, consistent, included, leaf

sizes = st.integers(1, 90)


@given(sizes, st.data())
def test_root_and_inclusion(size, data):
    leaves = [bytes([n]) for n in range(size)]
    tree, oracle = Tree(map(leaf, leaves)), InmemoryTree(algorithm="sha256")
    for each in leaves:
        oracle.append_entry(each)
    assert tree.root == oracle.get_root()
    index = data.draw(st.integers(0, size - 1))
    assert included(leaves[index], index, size, tree.proof(index), tree.root)
    assert not included(b"other", index, size, tree.proof(index), tree.root)
    assert not included(leaves[index], index, size, [*tree.proof(index), b"x" * 32], tree.root)


@given(sizes, st.data())
def test_an_older_root_is_proved_to_be_a_beginning_and_another_is_not(size, data):
    leaves = [leaf(bytes([n])) for n in range(size)]
    first = data.draw(st.integers(1, size))
    tree, then = Tree(leaves), Tree(leaves[:first])
    forged = Tree([leaf(b"forged"), *leaves[1:first]])
    proof = tree.consistency(first)
    assert tree.root_at(first) == then.root
    assert consistent(first, size, proof, then.root, tree.root)
    assert not consistent(first, size, proof, forged.root, tree.root)
