using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace IndicatorPipeline.Benchmarks.Profiles;

/// <summary>Names types and methods of one assembly in the metadata of another.</summary>
/// <param name="from">The assembly that has them.</param>
/// <param name="to">What names them.</param>
internal sealed class MetadataCopy(MetadataReader from, MetadataBuilder to)
{
    private readonly AssemblyReferenceHandle self =
        to.AddAssemblyReference(to.GetOrAddString(NameOf(from)), from.GetAssemblyDefinition().Version, default, default, default, default);

    private readonly Dictionary<EntityHandle, EntityHandle> known = [];

    /// <summary>Simple name of the assembly.</summary>
    public static string NameOf(MetadataReader assembly) => assembly.GetString(assembly.GetAssemblyDefinition().Name);

    /// <summary>A reference to <paramref name="method"/>.</summary>
    /// <exception cref="NotSupportedException">Its signature has a pointer to a function.</exception>
    public MemberReferenceHandle Method(MethodDefinition method)
    {
        var source = from.GetBlobReader(method.Signature);
        var signature = new BlobBuilder();
        var header = source.ReadSignatureHeader();
        signature.WriteByte(header.RawValue);
        if (header.IsGeneric) Number(ref source, signature);
        var parameters = Number(ref source, signature);
        // And what it returns.
        for (var i = 0; i <= parameters; i++) Type(ref source, signature);
        return to.AddMemberReference(Reference(method.GetDeclaringType()), to.GetOrAddString(from.GetString(method.Name)), to.GetOrAddBlob(signature));
    }

    // ECMA-335, II.23.2.12.
    private void Type(ref BlobReader source, BlobBuilder target)
    {
        var code = source.ReadSignatureTypeCode();
        if (code == SignatureTypeCode.TypeHandle)
        {
            // The reader does not tell classes from values apart, but has passed the byte that does.
            source.Offset--;
            target.WriteByte(source.ReadByte());
            Handle(ref source, target);
            return;
        }

        target.WriteByte((byte)code);
        switch (code)
        {
            case SignatureTypeCode.Pointer or SignatureTypeCode.ByReference or SignatureTypeCode.SZArray or SignatureTypeCode.Pinned:
                Type(ref source, target);
                break;
            case SignatureTypeCode.GenericTypeParameter or SignatureTypeCode.GenericMethodParameter:
                Number(ref source, target);
                break;
            case SignatureTypeCode.Array:
                Type(ref source, target);
                Number(ref source, target);
                for (var sizes = Number(ref source, target); sizes > 0; sizes--) Number(ref source, target);
                for (var bounds = Number(ref source, target); bounds > 0; bounds--)
                    target.WriteCompressedSignedInteger(source.ReadCompressedSignedInteger());
                break;
            case SignatureTypeCode.GenericTypeInstance:
                target.WriteByte(source.ReadByte());
                Handle(ref source, target);
                for (var arguments = Number(ref source, target); arguments > 0; arguments--) Type(ref source, target);
                break;
            case SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier:
                Handle(ref source, target);
                Type(ref source, target);
                break;
            case SignatureTypeCode.FunctionPointer:
                throw new NotSupportedException("a pointer to a function");
        }
    }

    private void Handle(ref BlobReader source, BlobBuilder target) =>
        target.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(Reference(source.ReadTypeHandle())));

    private static int Number(ref BlobReader source, BlobBuilder target)
    {
        var number = source.ReadCompressedInteger();
        target.WriteCompressedInteger(number);
        return number;
    }

    private EntityHandle Reference(EntityHandle handle)
    {
        if (known.TryGetValue(handle, out var reference)) return reference;
        return known[handle] = handle.Kind switch
        {
            HandleKind.AssemblyReference => Assembly(from.GetAssemblyReference((AssemblyReferenceHandle)handle)),
            HandleKind.TypeReference when from.GetTypeReference((TypeReferenceHandle)handle) is var type =>
                to.AddTypeReference(Reference(type.ResolutionScope), Copy(type.Namespace), Copy(type.Name)),
            HandleKind.TypeDefinition when from.GetTypeDefinition((TypeDefinitionHandle)handle) is var type =>
                to.AddTypeReference(type.GetDeclaringType() is { IsNil: false } outer ? Reference(outer) : self, Copy(type.Namespace), Copy(type.Name)),
            _ => throw new NotSupportedException($"a signature with a {handle.Kind}"),
        };
    }

    private AssemblyReferenceHandle Assembly(AssemblyReference assembly) => to.AddAssemblyReference(
        Copy(assembly.Name), assembly.Version, default, to.GetOrAddBlob(from.GetBlobBytes(assembly.PublicKeyOrToken)), assembly.Flags, default);

    private StringHandle Copy(StringHandle text) => to.GetOrAddString(from.GetString(text));
}
