"""Names of types."""
__lacks__ = "AsyncGeneratorType BuiltinMethodType CapsuleType CellType ClassMethodDescriptorType CodeType CoroutineType DynamicClassAttribute FrameType GenericAlias GetSetDescriptorType MappingProxyType MemberDescriptorType MethodDescriptorType MethodWrapperType ModuleType TracebackType UnionType WrapperDescriptorType coroutine get_original_bases new_class prepare_class resolve_bases BuiltinFunctionType FunctionType LambdaType MethodType GeneratorType"
NoneType = type(None)
EllipsisType = type(...)


class SimpleNamespace:
    def __init__(self, **names):
        for key, value in names.items():
            setattr(self, key, value)

    def __repr__(self):
        return "namespace(" + ", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()]) + ")"

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and self.__dict__ == other.__dict__
