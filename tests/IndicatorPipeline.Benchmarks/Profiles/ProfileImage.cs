using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IndicatorPipeline.Benchmarks.Profiles;

/// <summary>Writes counts as the compiler that works ahead of time reads them (<c>crossgen2 --mibc</c>).</summary>
/// <remarks>
/// Such a file is an assembly that is never run: the instructions of one of its methods are the data. The format is that of dotnet/runtime,
/// <c>MIbcProfileParser.cs</c> and <c>PgoFormat.cs</c>. The tool that the runtime's own builds use for it is in no registry.
/// </remarks>
internal static class ProfileImage
{
    // All four fields of a count are given.
    private const int AllFields = 0xF;

    /// <summary>Writes <paramref name="target"/> from the runtime's <paramref name="profile"/>, for the methods of <paramref name="assembly"/>.</summary>
    public static int Write(string profile, string assembly, string target)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var from = image.GetMetadataReader();
        var methods = from.MethodDefinitions.Select(from.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0 && !IsGeneric(from, method))
            .ToLookup(method => (NameOf(from, method), image.GetMethodBody(method.RelativeVirtualAddress).GetILReader().Length));
        var to = new MetadataBuilder();
        var copy = new MetadataCopy(from, to);
        var data = new InstructionEncoder(new BlobBuilder());
        var written = 0;
        foreach (var counted in RuntimeProfile.Read(profile))
        {
            // Of overloads of one size nobody knows which was counted.
            if (methods[(counted.Name, counted.Size)].ToList() is not [var method]) continue;
            Write(to, data, copy.Method(method), counted.Counts);
            written++;
        }

        WriteAssembly(to, data, MetadataCopy.NameOf(from), target);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written} methods of {MetadataCopy.NameOf(from)}"));
        return written > 0 ? 0 : 1;
    }

    private static void Write(MetadataBuilder to, InstructionEncoder data, EntityHandle method, IReadOnlyList<WayCount> counts)
    {
        data.OpCode(ILOpCode.Ldtoken);
        data.Token(method);
        Say("ExclusiveWeight");
        Number(Math.Min(int.MaxValue, counts.Sum(static count => count.Count)));
        Say("InstrumentationDataStart");
        foreach (var count in counts)
        {
            Number(AllFields);
            Number(count.From);
            Number(count.Kind);
            Number(1);
            Number(count.Other);
            Number(count.Count);
        }

        Say("InstrumentationDataEnd");
        data.OpCode(ILOpCode.Pop);

        void Say(string word) => data.LoadString(to.GetOrAddUserString(word));

        void Number(long number)
        {
            if (number is >= int.MinValue and <= int.MaxValue) data.LoadConstantI4((int)number);
            else data.LoadConstantI8(number);
        }
    }

    // The data, and a method that says whose they are.
    private static void WriteAssembly(MetadataBuilder to, InstructionEncoder data, string assembly, string target)
    {
        const int Group = 1;
        var name = Path.GetFileNameWithoutExtension(target);
        to.AddModule(0, to.GetOrAddString(Path.GetFileName(target)), to.GetOrAddGuid(Guid.Empty), default, default);
        to.AddAssembly(to.GetOrAddString(name), new Version(0, 0, 0, 0), default, default, 0, AssemblyHashAlgorithm.None);
        var dictionary = new InstructionEncoder(new BlobBuilder());
        dictionary.LoadString(to.GetOrAddUserString(assembly));
        dictionary.OpCode(ILOpCode.Ldtoken);
        dictionary.Token(MetadataTokens.MethodDefinitionHandle(Group));
        dictionary.OpCode(ILOpCode.Pop);
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, static returns => returns.Void(), static _ => { });
        var instructions = new BlobBuilder();
        var bodies = new MethodBodyStreamEncoder(instructions);
        Add($"Assemblies_{assembly}", data);
        Add("AssemblyDictionary", dictionary);
        to.AddTypeDefinition(default, default, to.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(Group));
        var image = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(imageCharacteristics: Characteristics.ExecutableImage | Characteristics.Dll),
            new MetadataRootBuilder(to), instructions, deterministicIdProvider: static _ => default).Serialize(image);
        using var file = File.Create(target);
        image.WriteContentTo(file);

        void Add(string method, InstructionEncoder body) => to.AddMethodDefinition(MethodAttributes.Public | MethodAttributes.Static,
            MethodImplAttributes.IL, to.GetOrAddString(method), to.GetOrAddBlob(signature), bodies.AddMethodBody(body), default);
    }

    private static bool IsGeneric(MetadataReader from, MethodDefinition method) =>
        method.GetGenericParameters().Count > 0 || from.GetTypeDefinition(method.GetDeclaringType()).GetGenericParameters().Count > 0;

    // As the runtime writes it.
    private static string NameOf(MetadataReader from, MethodDefinition method) =>
        $"{NameOf(from, from.GetTypeDefinition(method.GetDeclaringType()))}.{from.GetString(method.Name)}";

    private static string NameOf(MetadataReader from, TypeDefinition type)
    {
        var name = from.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer) return $"{NameOf(from, from.GetTypeDefinition(outer))}+{name}";
        return from.GetString(type.Namespace) is { Length: > 0 } space ? $"{space}.{name}" : name;
    }
}
